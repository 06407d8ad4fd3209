export const id = 748;
export const ids = [748];
export const modules = {

/***/ 7876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exampleRunner: () => (/* binding */ exampleRunner),
  policy: () => (/* binding */ policy)
});

// EXTERNAL MODULE: ./build/bundle/data/version.js
var version = __webpack_require__(7374);
// EXTERNAL MODULE: ./build/bundle/edges/clock.js
var clock = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/edges/digest.js
var digest = __webpack_require__(5194);
// EXTERNAL MODULE: ./build/bundle/model/span.js
var span = __webpack_require__(1019);
// EXTERNAL MODULE: ./build/bundle/edges/renames.js
var renames = __webpack_require__(3195);
// EXTERNAL MODULE: ./build/bundle/edges/tree-view.js
var tree_view = __webpack_require__(2414);
;// CONCATENATED MODULE: ./build/bundle/edges/memory.js
/** A change written down in memory: for tests and for the examples in policy files. */



/** The change from one set of files to another. */
function fromMemory(base, head) {
    const sides = { base: byFilePath(base), head: byFilePath(head) };
    return {
        base: { ref: 'base', commit: null },
        head: { ref: 'head', commit: null },
        changed: async () => compare(sides.base, sides.head),
        list: async (side) => ({ paths: [...sides[side].keys()].sort(tree_view/* byPath */.f2), gaps: [] }),
        read: async (side, paths) => paths.map((path) => contentOf(sides[side].get(path))),
        close: async () => { },
    };
}
const byFilePath = (files) => new Map(Object.entries(files).map(([path, text]) => [(0,span/* filePath */.s$)(path), text]));
const contentOf = (text) => text === undefined ? undefined : { kind: 'text', text, bytes: Buffer.byteLength(text) };
function compare(base, head) {
    const paths = [...head.keys()];
    const modified = paths
        .filter((path) => base.has(path) && base.get(path) !== head.get(path))
        .map((path) => ({ path, status: 'modified' }));
    const moved = (0,renames/* withRenames */.Q)([...base.keys()].filter((path) => !head.has(path)), paths.filter((path) => !base.has(path)), (path) => base.get(path) || undefined, (path) => head.get(path) || undefined);
    return [...modified, ...moved].sort((a, b) => (0,tree_view/* byPath */.f2)(a.path, b.path));
}

// EXTERNAL MODULE: ./build/bundle/edges/policy-files.js
var policy_files = __webpack_require__(6014);
// EXTERNAL MODULE: ./build/bundle/ownership/codeowners.js + 1 modules
var codeowners = __webpack_require__(5425);
// EXTERNAL MODULE: ./build/bundle/ownership/keys.js
var keys = __webpack_require__(8911);
// EXTERNAL MODULE: ./build/bundle/ownership/registry.js
var registry = __webpack_require__(6728);
// EXTERNAL MODULE: ./build/bundle/policy/activate.js
var activate = __webpack_require__(3055);
// EXTERNAL MODULE: ./build/bundle/policy/builtin.js + 1 modules
var builtin = __webpack_require__(4963);
// EXTERNAL MODULE: ./build/bundle/policy/load/read-rules.js
var read_rules = __webpack_require__(1511);
// EXTERNAL MODULE: ./build/bundle/policy/vocabulary/index.js + 8 modules
var policy_vocabulary = __webpack_require__(953);
;// CONCATENATED MODULE: ./build/bundle/policy/check.js



const isProven = ({ examples = [] }) => examples.some((e) => e.expect === 'finds') && examples.some((e) => e.expect === 'passes');
/** Beside the built-in rules their ids are taken; the built-in files themselves are checked alone. */
async function checkPolicies(files, attributes, besideBuiltin = true) {
    const taken = new Set(besideBuiltin ? builtin/* builtinRules */.D.map((r) => r.id) : []);
    const { rules, errors } = await (0,read_rules/* readRules */.Kc)(files, (0,policy_vocabulary/* makeVocabulary */.$)(attributes), taken);
    return { rules, errors, unproven: rules.filter((r) => !isProven(r)).map((r) => r.id) };
}

// EXTERNAL MODULE: ./build/bundle/policy/config.js
var config = __webpack_require__(4580);
// EXTERNAL MODULE: ./build/bundle/policy/operators.js
var operators = __webpack_require__(293);
// EXTERNAL MODULE: ./build/bundle/policy/vocabulary/field.js
var field = __webpack_require__(2697);
;// CONCATENATED MODULE: ./build/bundle/policy/docs.js
/** `policy docs`: the catalogue of rules and the reference of the vocabulary, as Markdown. */




const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
/** A fence that the text cannot close. */
function fenced(path, text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((m) => m[0].length));
    const fence = '`'.repeat(longest + 1);
    const language = /\.([a-z0-9]+)$/i.exec(path)?.[1] ?? '';
    return `${fence}${language}\n${text.replace(/\n*$/, '\n')}${fence}`;
}
const exampleText = (word, { title, files }) => [`${word}: ${title}`, ...Object.entries(files).map(([path, text]) => `\`${path}\`\n\n${fenced(path, text)}`)].join('\n\n');
function ruleText(rule) {
    const { examples = [], params = {} } = rule;
    const bad = examples.find((e) => e.expect === 'finds');
    const good = examples.find((e) => e.expect === 'passes');
    const rows = Object.entries(params).map(([name, p]) => [`\`${name}\``, p.type, `\`${String(p.default)}\``, p.doc]);
    return [
        `## ${rule.id}`,
        `**${rule.title}.** Level ${rule.level}, theme ${rule.theme}, looks at ${rule.on}.`,
        `Why: ${rule.why}`,
        `Fix: ${rule.fix}`,
        rule.controls.length > 0 ? `Controls: ${rule.controls.join(', ')}` : '',
        rows.length > 0 ? table(['Parameter', 'Type', 'Default', 'Meaning'], rows) : '',
        bad ? exampleText('Finds', bad) : '',
        good ? exampleText('Passes', good) : '',
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
/** One section per rule, in the order given. */
function catalogue(rules) {
    const overview = table(['Rule', 'Level', 'Theme', 'What it finds'], rules.map((r) => [`[${r.id}](#${r.id})`, r.level, r.theme, r.title]));
    return `${['# Rules', overview, ...rules.map(ruleText)].join('\n\n')}\n`;
}
const fieldRow = ({ name, type, doc, words }) => [
    `\`${name}\``,
    type,
    words ? `${doc} ${type === 'rank' ? 'From weakest to strongest' : 'One of'}: ${words.map((w) => `\`${w}\``).join(', ')}.` : doc,
];
const typesOf = ({ fits }) => (fits === 'all' ? 'all' : fits.join(', '));
function nounText(noun, vocabulary) {
    const target = targets.find((t) => targetInfo[t].focus === noun) ?? 'subject';
    const fields = vocabulary.fields(target).filter((f) => f.name.startsWith(`${noun}.`));
    return `### ${noun}\n\n${table(['Field', 'Type', 'Meaning'], fields.map(fieldRow))}`;
}
const typeDocs = {
    string: 'Text.',
    rank: 'A word of an ordered list; `atLeast`, `atMost`, `lessThan`, `moreThan` compare its place.',
    number: 'A number.',
    boolean: 'Yes or no.',
    list: 'Texts. A plain test asks for any item; `any`, `all`, `none` say which.',
    patterns: 'A set of cloud patterns, asked what it takes in.',
    date: 'A day.',
    duration: 'A length of time.',
};
/** `docs/policy-vocabulary.md`. */
function vocabularyReference(vocabulary) {
    return `${[
        '# What rules can ask',
        'Generated from `src/policy`. A rule looks `on` one kind of thing and names fields by their full name, e.g. `grant.level`. Every rule can ask for the fields of `subject`, the identity, permission set or resource that the thing belongs to.',
        '## Targets',
        table(['`on`', 'Looks at', 'Fields'], targets.map((t) => [
            `\`${t}\``,
            targetInfo[t].doc,
            targetInfo[t].focus === 'subject' ? 'subject' : `subject, ${targetInfo[t].focus}`,
        ])),
        '## Tests',
        'A plain value is compared for equality; text with `*` is a glob, in which `\\*` is the character itself. A list means any of its values. A map holds operators, all of which have to hold. `{param: name}` stands for the value of a parameter. A field that the author does not state fails every test but `exists: false` and those inside `not` and `none`. A field whose value is not known from the files makes the answer unknown unless nothing hangs on it; a rule that ends in unknown is reported as a gap, never as a pass and never as a finding.',
        table(['Operator', 'Fits', 'Meaning'], operatorNames.map((name) => [`\`${name}\``, typesOf(operatorOf(name)), operatorOf(name).doc])),
        table(['Type', 'Meaning', 'A test takes'], fieldTypes.map((type) => [type, typeDocs[type], operandDoc[type]])),
        '## CEL',
        '`when` and `require` may be [CEL](https://cel.dev) expressions over the same fields: lists are `list<string>`, numbers and durations (in days) are `double`, dates and `today` are text as YYYY-MM-DD, families such as `subject.tags` are maps, parameters are `params.<name>`. Ask `has(subject.owner)` before reading a field that may not be stated. Besides the standard functions: `glob(text, pattern)`, `takesIn(grant.covers, "iam:PassRole")`, `rank(grant.level) >= rank("writes")`. `matches` is not available.',
        '## Fields',
        ...nouns.map((noun) => nounText(noun, vocabulary)),
    ].join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./build/bundle/policy/examples.js
function failureOf({ expect, line }, findings) {
    if (expect === 'passes')
        return findings.length === 0 ? undefined : `it should pass, and finds: ${findings.map((f) => f.message).join(' ')}`;
    if (findings.length === 0)
        return 'it should find something, and finds nothing.';
    const lines = findings.map((f) => f.location.startLine);
    return line === undefined || lines.includes(line)
        ? undefined
        : `it should find something on line ${line}, and finds it on line ${lines.join(', ')}.`;
}
/** Every example of every rule, in order. */
async function testExamples(rules, run) {
    const results = [];
    for (const rule of rules) {
        for (const example of rule.examples ?? []) {
            const findings = (await run(rule, example.files)).filter((f) => f.rule === rule.id);
            results.push({ rule: rule.id, example: example.title, failure: failureOf(example, findings) });
        }
    }
    return results;
}

// EXTERNAL MODULE: ./build/bundle/providers/index.js + 79 modules
var providers = __webpack_require__(4187);
// EXTERNAL MODULE: ./build/bundle/review.js + 235 modules
var review = __webpack_require__(4849);
// EXTERNAL MODULE: ./build/bundle/doors/terms-error.js
var terms_error = __webpack_require__(8167);
// EXTERNAL MODULE: ./build/bundle/doors/usage-error.js
var usage_error = __webpack_require__(8027);
;// CONCATENATED MODULE: ./build/bundle/doors/policy.js
/** `policy check|test|docs [PATH]`: is a folder of policies right, do its examples hold, its pages. */



















const attributes = (0,policy_vocabulary/* mergeAttributes */.KV)(providers/* providers */.r.map((p) => p.attributes));
async function policy(options, io) {
    const [verb, path, ...more] = options.words;
    if (!verb || !Object.hasOwn(verbs, verb) || path === undefined || more.length > 0)
        throw new usage_error/* UsageError */.e('policy takes check, test or docs, and the folder of the policies.');
    const checked = await checkPolicies((0,policy_files/* policyFiles */.q)(path), attributes, false);
    if (checked.errors.length > 0)
        throw new terms_error/* TermsError */.y(checked.errors);
    return verbs[verb](checked, options, io);
}
const verbs = {
    check: async ({ rules, unproven }, _options, io) => {
        for (const id of unproven)
            io.note(`${id}: has no example that finds, or none that passes.`);
        io.out(`${rules.length} rules are right; ${unproven.length} of them do not prove themselves by examples.\n`);
        return 0;
    },
    test: async ({ rules }, options, io) => {
        const now = (options.now === undefined ? (0,clock/* systemClock */.m)() : (0,clock/* fixedClock */.N)(options.now)).now();
        const results = await testExamples(rules, exampleRunner(now));
        const failed = results.filter((r) => r.failure !== undefined);
        for (const { rule, example, failure } of failed)
            io.out(`${rule}: "${example}": ${failure}\n`);
        io.out(`${results.length - failed.length} passed, ${failed.length} failed\n`);
        return failed.length > 0 ? 1 : 0;
    },
    docs: async ({ rules }, _options, io) => {
        io.out(catalogue(rules));
        return 0;
    },
};
/** Scans an example's files with one rule switched on, as if all of them were new. */
function exampleRunner(now) {
    const vocabulary = (0,policy_vocabulary/* makeVocabulary */.$)(attributes);
    const ownership = { keys: (0,keys/* ownershipKeys */.Q)({}), registry: (0,registry/* parseRegistry */.l5)(undefined), codeowners: (0,codeowners/* parseCodeowners */.B)(undefined) };
    return async (rule, files) => {
        const terms = { config: config/* defaultConfig */.s, rules: await alone(rule, vocabulary), waivers: [], ownership };
        const outcome = await (0,review/* review */.N)({ mode: 'scan', source: fromMemory({}, files), terms, now, digest: (0,digest/* randomKeyDigest */.F)(), version: version.version });
        return outcome.findings;
    };
}
const alone = async (rule, vocabulary) => (0,activate/* activate */.Y)([rule], { alone: {} }, { ...config/* defaultConfig */.s, preset: 'alone' }, { vocabulary, cel: await (0,read_rules/* celFor */.wU)([rule]) }, (problem) => {
    throw new Error(`the rule ${rule.id} was checked before: ${problem.message}`);
});


/***/ }),

/***/ 986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ levels)
/* harmony export */ });
/* unused harmony export themes */
const levels = ['error', 'warning', 'note'];
const themes = (/* unused pure expression or super */ null && ([
    'credential',
    'rotation',
    'expiry',
    'least-privilege',
    'trust',
    'ownership',
    'exposure',
    'retirement',
    'self-protection',
]));


/***/ }),

/***/ 9783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ gapKinds),
/* harmony export */   Ml: () => (/* binding */ gapText),
/* harmony export */   We: () => (/* binding */ gapPath),
/* harmony export */   rQ: () => (/* binding */ gap)
/* harmony export */ });
const gapKinds = ['unreadable', 'unparsed', 'unresolved', 'too-large', 'unsupported'];
const gap = (kind, reason, at) => ({ kind, reason, at });
/** The file that a gap is about; `''` for the report as a whole. */
const gapPath = ({ at }) => (at === undefined ? '' : typeof at === 'string' ? at : at.source.path);
/** Gaps of equal text say the same of the same file, wherever in it they stand. */
const gapText = (g) => `${gapPath(g)}\n${g.kind}\n${g.reason}`;


/***/ }),

/***/ 8484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy)
/* harmony export */ });
/** Groups items by a key, in order of first appearance. (`Map.groupBy` is not in Node 20.) */
function groupBy(items, key) {
    const groups = new Map();
    for (const item of items) {
        const k = key(item);
        const group = groups.get(k);
        if (group)
            group.push(item);
        else
            groups.set(k, [item]);
    }
    return groups;
}


/***/ }),

/***/ 1777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eg: () => (/* binding */ themeWord),
/* harmony export */   H8: () => (/* binding */ gapWord),
/* harmony export */   Nn: () => (/* binding */ accessWord),
/* harmony export */   O5: () => (/* binding */ lifetimeWord),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Y5: () => (/* binding */ credentialWord),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   dx: () => (/* binding */ kindWord),
/* harmony export */   hQ: () => (/* binding */ relationWord),
/* harmony export */   hZ: () => (/* binding */ originWord),
/* harmony export */   hx: () => (/* binding */ fieldWord),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
const kindWord = {
    'service-account': 'service account',
    'workload-identity': 'workload identity',
    'api-key': 'API key',
    'access-token': 'access token',
    'oauth-app': 'OAuth app',
    integration: 'integration',
    pipeline: 'pipeline',
    certificate: 'certificate',
    robot: 'robot',
    agent: 'agent',
    external: 'outside identity',
};
/** Completes "it …". */
const accessWord = {
    none: 'reaches nothing',
    lists: 'lists',
    reads: 'reads',
    writes: 'writes',
    'writes-infrastructure': 'changes infrastructure',
    'exfiltrates-data': 'reads stored data',
    'reads-secrets': 'reads secrets',
    'manages-permissions': 'manages permissions',
    escalates: 'can give itself more',
    admin: 'is an administrator',
    unknown: 'reach not known from the files',
};
/** Completes "it … X". */
const relationWord = {
    assumes: 'becomes',
    'runs-as': 'runs as',
    uses: 'uses',
    calls: 'calls',
    'member-of': 'is a member of',
    'acts-for': 'acts for',
};
const credentialWord = {
    'access-key': 'access key',
    password: 'password',
    token: 'token',
    'private-key': 'private key',
    certificate: 'certificate',
    'signing-key': 'signing key',
    secret: 'secret',
};
/** Follows the name of a credential. */
const originWord = {
    literal: ' written in the file',
    reference: '',
    generated: '',
    federated: ' by federation',
};
/** Completes "it …". */
const lifetimeWord = {
    static: 'lives until somebody ends it',
    expiring: 'has an end date',
    'short-lived': 'is short-lived',
    unknown: 'lifetime not known from the files',
};
const fieldWord = {
    owner: 'owner',
    purpose: 'purpose',
    reviewBy: 'review date',
    rotation: 'rotation',
    expires: 'end date',
    retireWhen: 'retirement condition',
};
const themeWord = {
    credential: 'Credentials',
    rotation: 'Rotation',
    expiry: 'Expiry',
    'least-privilege': 'Least privilege',
    trust: 'Trust',
    ownership: 'Ownership',
    exposure: 'Exposure',
    retirement: 'Retirement',
    'self-protection': 'Self-protection',
};
const gapWord = {
    unreadable: 'could not be read',
    unparsed: 'could not be parsed',
    unresolved: 'not known from the files',
    'too-large': 'cut at a limit',
    unsupported: 'not understood yet',
};
/** `one finding`, `3 findings`. */
const count = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
/** `a, b and c`; past `most` the rest is counted. */
function list(items, most = 4) {
    const shown = items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : items;
    return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
/** Longer names hide the sentence around them. */
const mostName = 200;
/** A name of the repository, in the marks by which a reporter knows it. */
function code(text) {
    const name = text.replaceAll('`', "'");
    return name.trim() === '' ? '(empty)' : `\`${name.length > mostName ? `${name.slice(0, mostName - 1)}…` : name}\``;
}


/***/ })

};
