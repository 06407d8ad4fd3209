export const id = 828;
export const ids = [828];
export const modules = {

/***/ 6828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/edges/files.js
var edges_files = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/bundle/ownership/registry.js
var registry = __webpack_require__(6728);
// EXTERNAL MODULE: ./build/bundle/reporters/escape.js
var reporters_escape = __webpack_require__(1697);
;// CONCATENATED MODULE: ./build/bundle/reporters/starter.js

const starterWorkflow = `name: identity-review
on: pull_request
permissions:
  contents: read
jobs:
  review:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: identity-review/identity-review@v0
`;
const starterConfig = `# What identity-review judges, and how strictly. Read from the base of each change.
preset: recommended
fail-on: error
`;
/** JSON strings are YAML strings, whatever the name holds. */
function starterRegistry(identities) {
    const ownerless = identities.filter((i) => !i.owner && i.kind !== 'external');
    const entries = ownerless.map((i) => `  # ${(0,reporters_escape/* plain */.pj)(i.name)}: fill in and uncomment.\n  # - identity: ${(0,reporters_escape/* jsonText */.s$)(i.key).trim()}\n  #   owner:\n  #   purpose:\n  #   review-by:\n`);
    return `# Owners, purposes and dates of identities that cannot carry them where they are declared.\nidentities: []\n${entries.join('')}`;
}

// EXTERNAL MODULE: ./build/bundle/doors/run-review.js + 11 modules
var run_review = __webpack_require__(1972);
// EXTERNAL MODULE: ./build/bundle/doors/terms.js + 2 modules
var terms = __webpack_require__(5397);
// EXTERNAL MODULE: ./build/bundle/doors/usage-error.js
var usage_error = __webpack_require__(8027);
;// CONCATENATED MODULE: ./build/bundle/doors/init.js
/** `init [PATH]`: a workflow, a starter config, and a registry with a prefilled entry for each identity that has no owner. Nothing that exists is overwritten. */







async function init(options, io) {
    if (options.words.length > 1)
        throw new usage_error/* UsageError */.e('init takes one folder.');
    const root = options.words[0] ?? '.';
    const { identities } = await (0,run_review/* outcomeOf */.s)('inventory', options, io);
    const files = {
        '.github/workflows/identity-review.yml': starterWorkflow,
        [terms/* configPath */.eQ]: starterConfig,
        [registry/* registryPath */.Tt]: starterRegistry(identities),
    };
    for (const [path, text] of Object.entries(files)) {
        if ((0,edges_files/* writeNew */.qf)((0,external_node_path_.join)(root, path), text))
            io.out(`wrote ${path}\n`);
        else
            io.note(`${path} is there already and stays as it is.`);
    }
    return 0;
}


/***/ })

};
