export const id = 189;
export const ids = [189];
export const modules = {

/***/ 7108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ meant),
/* harmony export */   y: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _edges_edge_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9772);
/* harmony import */ var _policy_spelling_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5788);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8027);
/** Words that must be one of a few, and what was meant by those that are not. */



/** The word as one of the known ones; `what` says where it stands. */
function oneOf(known, said, what) {
    const found = known.find((k) => k === said);
    if (found)
        return found;
    throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(`${what} cannot be ${JSON.stringify(said)}.${meant(said, known)} Known: ${known.join(', ')}.`);
}
/** ` Did you mean …?`, or nothing when nothing is near. */
const meant = (said, known) => {
    const near = (0,_policy_spelling_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(said, known);
    return near ? ` Did you mean ${(0,_edges_edge_error_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(near)}?` : '';
};


/***/ }),

/***/ 8189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseOptions: () => (/* binding */ parseOptions)
/* harmony export */ });
/* unused harmony export commands */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _policy_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4580);
/* harmony import */ var _reporters_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8183);
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7108);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8027);
/** The command line as CONTRACT.md has it: flags in, a typed request out, or a UsageError with the nearest right word. */





const commands = ['review', 'scan', 'inventory', 'explain', 'policy', 'init'];
const flags = {
    base: { type: 'string' },
    head: { type: 'string' },
    'base-dir': { type: 'string' },
    'head-dir': { type: 'string' },
    config: { type: 'string' },
    policies: { type: 'string', multiple: true },
    preset: { type: 'string' },
    'fail-on': { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string', multiple: true },
    now: { type: 'string' },
    quiet: { type: 'boolean' },
    'no-color': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
};
const flagNames = [...Object.keys(flags).map((f) => `--${f}`), '-h', '-v'];
function parseOptions(argv, colorTerminal) {
    const { values, positionals } = parsed(argv);
    if (values.version)
        return { kind: 'version' };
    if (values.help || positionals.length === 0)
        return { kind: 'help' };
    const [command, ...words] = positionals;
    const { base, head, config, preset, now } = values;
    const options = {
        command: (0,_choice_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .y)(commands, command ?? '', 'The command'),
        words,
        ...defined({ base, head, config, preset, now, baseDir: values['base-dir'], headDir: values['head-dir'] }),
        ...(values['fail-on'] === undefined ? {} : { failOn: (0,_choice_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .y)(_policy_config_js__WEBPACK_IMPORTED_MODULE_1__/* .failOns */ .F, values['fail-on'], '--fail-on') }),
        policies: values.policies ?? [],
        format: (0,_choice_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .y)(_reporters_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formats */ .F, values.format ?? 'terminal', '--format'),
        outputs: (values.output ?? []).map(outputOf),
        quiet: values.quiet ?? false,
        color: colorTerminal && !values['no-color'],
    };
    return { kind: 'run', options };
}
function parsed(argv) {
    for (const arg of argv) {
        if (arg === '--')
            break;
        const [flag] = arg.split('=', 1);
        if (flag !== undefined && /^-[^\d]/.test(flag) && !flagNames.includes(flag))
            throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`Unknown flag ${JSON.stringify(flag)}.${(0,_choice_js__WEBPACK_IMPORTED_MODULE_3__/* .meant */ .w)(flag, flagNames)}`);
    }
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...argv], options: flags, allowPositionals: true, strict: true });
    }
    catch (error) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(error instanceof Error ? `${error.message}.` : 'The command line could not be read.');
    }
}
function outputOf(said) {
    const at = said.indexOf('=');
    if (at < 1 || at === said.length - 1)
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e(`--output takes FORMAT=FILE, e.g. sarif=report.sarif; got ${JSON.stringify(said)}.`);
    return { format: (0,_choice_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .y)(_reporters_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formats */ .F, said.slice(0, at), '--output'), file: said.slice(at + 1) };
}
const defined = (values) => Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined));


/***/ }),

/***/ 4580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ failOns),
/* harmony export */   s: () => (/* binding */ defaultConfig)
/* harmony export */ });
const failOns = ['error', 'warning', 'note', 'never'];
const defaultConfig = {
    preset: 'recommended',
    policies: [],
    failOn: 'error',
    gaps: 'report',
    report: 'introduced',
    rules: {},
    overrides: [],
    ownership: {},
    ignore: [],
};


/***/ }),

/***/ 5788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The nearest right word, for whoever mistyped one. */
/** Levenshtein distance, given up on above `limit`. */
function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit)
        return limit + 1;
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}
/** The word that is meant most likely; undefined when none is near. Words over 80 characters are not compared. */
function nearest(wrong, words) {
    if (wrong.length > 80)
        return undefined;
    const meant = wrong.toLowerCase().replaceAll(/[_\s]/g, '-');
    const limit = Math.max(1, Math.floor(wrong.length / 3));
    let best;
    let least = limit + 1;
    for (const word of words) {
        // A bare last part (`kind` for `subject.kind`) counts as nearly right.
        const d = word.endsWith(`.${wrong}`) ? 0 : distance(meant, word.toLowerCase(), limit);
        if (d < least)
            [best, least] = [word, d];
    }
    return best;
}
/** `Did you mean …?`, else all the words there are when they are few. */
function suggest(wrong, words) {
    const near = nearest(wrong, words);
    if (near)
        return `Did you mean \`${near}\`?`;
    return words.length > 0 && words.length <= 16 ? `It is one of ${words.map((w) => `\`${w}\``).join(', ')}.` : '';
}


/***/ })

};
