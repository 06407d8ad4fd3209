export const id=828;export const ids=[828];export const modules={6828:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__);__webpack_require__.d(__webpack_exports__,{init:()=>init});var external_node_path_=__webpack_require__(6760);var edges_files=__webpack_require__(9691);var registry=__webpack_require__(6728);var reporters_escape=__webpack_require__(1697);;const starterWorkflow=`name: identity-review
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
`;const starterConfig=`# What identity-review judges, and how strictly. Read from the base of each change.
preset: recommended
fail-on: error
`;function starterRegistry(identities){const ownerless=identities.filter(i=>!i.owner&&i.kind!=="external");const entries=ownerless.map(i=>`  # ${(0,reporters_escape.pj)(i.name)}: fill in and uncomment.
  # - identity: ${(0,reporters_escape.s$)(i.key).trim()}
  #   owner:
  #   purpose:
  #   review-by:
`);return`# Owners, purposes and dates of identities that cannot carry them where they are declared.
identities: []
${entries.join("")}`}var run_review=__webpack_require__(1972);var terms=__webpack_require__(5397);var usage_error=__webpack_require__(8027);;async function init(options,io){if(options.words.length>1)throw new usage_error.e("init takes one folder.");const root=options.words[0]??".";const{identities}=await(0,run_review.s)("inventory",options,io);const files={".github/workflows/identity-review.yml":starterWorkflow,[terms.eQ]:starterConfig,[registry.Tt]:starterRegistry(identities)};for(const[path,text]of Object.entries(files)){if((0,edges_files.qf)((0,external_node_path_.join)(root,path),text))io.out(`wrote ${path}
`);else io.note(`${path} is there already and stays as it is.`)}return 0}})};
