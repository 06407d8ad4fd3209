#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 5951:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _doors_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6409);
/* harmony import */ var _edges_edge_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9772);
/** Door 2: the command line. Loads only what the command needs. */


const io = {
    out: (report) => void process.stdout.write(report),
    note: (line) => void process.stderr.write(`${line}\n`),
};
async function main(argv) {
    const { parseOptions } = await Promise.all(/* import() */[__nccwpck_require__.e(183), __nccwpck_require__.e(189)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8189));
    // https://no-color.org: set and not empty.
    const asked = parseOptions(argv, process.stdout.isTTY === true && !process.env.NO_COLOR);
    if (asked.kind === 'run') {
        const { run } = await __nccwpck_require__.e(/* import() */ 82).then(__nccwpck_require__.bind(__nccwpck_require__, 9082));
        return run(asked.options, io);
    }
    const { help } = await Promise.all(/* import() */[__nccwpck_require__.e(183), __nccwpck_require__.e(724)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1724));
    const { version } = await __nccwpck_require__.e(/* import() */ 374).then(__nccwpck_require__.bind(__nccwpck_require__, 7374));
    io.out(asked.kind === 'help' ? help() : `${version}\n`);
    return 0;
}
function fail(error) {
    const { lines, exitCode } = (0,_doors_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .I)(error);
    for (const line of lines)
        io.note(line);
    process.exitCode = exitCode;
}
process.stdout.on('error', (error) => {
    // A reader that has seen enough (`| head`) is no failure; a disk that is full is one.
    if ((0,_edges_edge_error_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(error) === 'EPIPE')
        return;
    io.note(`Cannot write to standard output: the system says ${(0,_edges_edge_error_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(error)}.`);
    process.exitCode = 2;
});
// Nobody is left to be told.
process.stderr.on('error', () => { });
// What node would print of its own accord may quote what is reviewed.
process.on('uncaughtException', (error) => {
    fail(error);
    process.exit();
});
try {
    const code = await main(process.argv.slice(2));
    process.exitCode ??= code;
}
catch (error) {
    fail(error);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ describeFailure)
/* harmony export */ });
/* harmony import */ var _edges_edge_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9772);
/* harmony import */ var _model_config_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6810);
/* harmony import */ var _model_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9410);
/* harmony import */ var _reporters_escape_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1697);
/* harmony import */ var _terms_error_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8167);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8027);
/** Errors in the house's three words, as a person sees them: the user's words or files (2), or a bug (3). */






function describeFailure(error) {
    if (error instanceof _usage_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .e || error instanceof _edges_edge_error_js__WEBPACK_IMPORTED_MODULE_0__/* .EdgeError */ .G1)
        return wrong([error.message]);
    if (error instanceof _model_config_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .x)
        return wrong([(0,_model_config_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describeConfigError */ .K)(error)]);
    if (error instanceof _terms_error_js__WEBPACK_IMPORTED_MODULE_3__/* .TermsError */ .y)
        return wrong(error.errors.map(_model_config_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describeConfigError */ .K));
    return bug(error);
}
/** The registry is the change's own: what is quoted from it must not command a terminal or a runner, nor tell a secret. */
const wrong = (lines) => ({ lines: lines.map((line) => (0,_model_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutTokens */ .N)((0,_reporters_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(line))), exitCode: 2 });
/** Only where it happened: the message of an unexpected error may quote what was reviewed. */
function bug(error) {
    const where = error instanceof Error ? [error.name, ...framesOf(error)] : [];
    return {
        lines: ['identity-review met something that it does not expect. This is a bug; please report it with these lines:', ...where],
        exitCode: 3,
    };
}
/** A message may have lines that look like frames, so it is cut off first. */
function framesOf({ stack = '', message }) {
    const at = stack.indexOf(message);
    return at < 0
        ? []
        : stack
            .slice(at + message.length)
            .split('\n')
            .filter((line) => /^\s+at /.test(line));
}


/***/ }),

/***/ 8167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ TermsError)
/* harmony export */ });
/** The user's own files are wrong: all of what is wrong, at once. */
class TermsError extends Error {
    errors;
    name = 'TermsError';
    constructor(errors) {
        super('The configuration cannot be used.');
        this.errors = errors;
    }
}


/***/ }),

/***/ 8027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
/** Wrong words on the command line: exit 2. */
class UsageError extends Error {
    name = 'UsageError';
}


/***/ }),

/***/ 9772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   G1: () => (/* binding */ EdgeError),
/* harmony export */   g$: () => (/* binding */ printable)
/* harmony export */ });
/** The world is not as the user said: no such folder, no such revision, no git. Doors print the message and end with exit code 2. */
/** The message says what is wrong and what to do about it; it is safe to print. */
class EdgeError extends Error {
    name = 'EdgeError';
    code;
    constructor(code, message) {
        super(message);
        this.code = code;
    }
}
/** Names that come from users or reviewed files, made safe for a terminal: no control characters, no endless lines. */
const printable = (text) => {
    const clean = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
    return clean.length > 200 ? `${clean.slice(0, 200)}…` : clean;
};
/** The operating system's short word for a failure (`ENOENT`, `EACCES`). */
const errorCode = (error) => typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';


/***/ }),

/***/ 6810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ describeConfigError),
/* harmony export */   x: () => (/* binding */ ConfigError)
/* harmony export */ });
/** The second of the three words for failure: the user's own file is wrong. It says where and how to mend it, and ends the run with exit code 2. */
/** A config, policy, waiver or registry file that cannot be used as it stands. */
class ConfigError extends Error {
    name = 'ConfigError';
    file;
    line;
    column;
    /** What to do about it, in one sentence. */
    mend;
    constructor(message, at, mend) {
        super(message);
        this.file = at.file;
        this.line = at.line;
        this.column = at.column;
        this.mend = mend;
    }
}
/** `file:line:column: message. mend`, the form that editors and terminals turn into a link. */
const describeConfigError = ({ file, line, column, message, mend }) => `${file}:${line}:${column}: ${sentence(message)}${mend ? ` ${mend}` : ''}`;
const sentence = (message) => (/[.!?:]$/.test(message) ? message : `${message}.`);


/***/ }),

/***/ 9410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ makeVault),
/* harmony export */   N: () => (/* binding */ withoutTokens)
/* harmony export */ });
/** Shorter values and plain words would tear holes into sentences (`password`, `production`); they are hidden at their own place only. */
const isTelling = (value) => value.length >= 6 && !/^(?:[a-z]{1,12}|[A-Z][a-z]{1,11}|[A-Z]{1,12})$/.test(value);
/** Tokens that their issuers made to be recognised anywhere; whoever wrote one into a description did not mean to tell it. */
const families = [
    /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}-----|$)/,
    /gh[opusr]_[A-Za-z0-9]{20,}/,
    /github_pat_[A-Za-z0-9_]{20,}/,
    /glpat-[\w-]{16,}/,
    /xox[abeprs]-[\w-]{10,}/,
    /npm_[A-Za-z0-9]{30,}/,
    /[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/,
    /AIza[\w-]{35}/,
    /(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*/,
    /(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/,
];
const recognised = new RegExp(families.map((f) => `(?<![A-Za-z0-9])${f.source}`).join('|'), 'g');
/** Takes out what is a secret wherever it stands, known to a vault or not. */
const withoutTokens = (text) => text.replace(recognised, '[redacted]');
/** `digest` is a keyed one-way function; `edges` supplies it. */
function makeVault(digest) {
    const hidden = new Map();
    return {
        hide(value, what, at) {
            if (isTelling(value))
                hidden.set(value, what);
            return { kind: 'redacted', what, length: value.length, digest: digest(value), span: at };
        },
        scrub(value) {
            let out = value;
            for (const [secret, what] of hidden)
                if (out.includes(secret))
                    out = out.replaceAll(secret, `[redacted ${what}]`);
            return withoutTokens(out);
        },
    };
}


/***/ }),

/***/ 1697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   N1: () => (/* binding */ commandProperty),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   _n: () => (/* binding */ xml),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   rK: () => (/* binding */ csvCell),
/* harmony export */   s$: () => (/* binding */ jsonText),
/* harmony export */   wD: () => (/* binding */ markdown),
/* harmony export */   wq: () => (/* binding */ commandData)
/* harmony export */ });
/** Names come from reviewed files: each medium gets them inert. */
/**
 * What is not seen or moves other text about: controls (a terminal obeys them), format characters (bidirectional overrides, zero-width
 * ones), blanks that are letters, lone surrogates and the non-characters that XML cannot hold.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u115F\u1160\u17B4\u17B5\u2028\u2029\u3164\uFFA0\uFFFE\uFFFF]|\u034F/gu;
/** Keeps what follows from joining what is before it, and shows nothing. */
const joiner = '\u2060';
/** One line for a terminal or a log. The runner of GitHub Actions obeys `##[command]` anywhere in a log line. */
const plain = (text) => text.replace(/\s+/g, ' ').replace(unseen, '�').replaceAll('##[', '# #[');
/** A whole line of a log: the runner obeys `::command` at its start, whatever blanks stand before. */
const logLine = (line) => line.replace(/^(\s*):(?=:)/, '$1: ');
/** At most so many characters; a cut shows. */
const clip = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
/**
 * Inline Markdown: no link, mention, HTML, table cell or issue reference can come out of it. Back-ticked pieces stay code, in which
 * GitHub reads nothing; the rest has every character that means something taken out of force.
 */
const markdown = (text) => plain(text)
    .split('`')
    .map((piece, i, all) => {
    const between = i > 0 && i < all.length - 1;
    if (i % 2 === 1 && between)
        return piece === '' ? '' : codeSpan(piece);
    // Two code spans that touched would make one longer fence.
    return piece === '' && between ? joiner : inert(piece);
})
    .join('');
/** A code span; a pipe would end a table cell even in code, and two ticks around nothing would begin a fence. */
function codeSpan(text) {
    const line = plain(text).replaceAll('`', "'").replaceAll('|', '\\|');
    return line.trim() === '' ? '(empty)' : `\`${line}\``;
}
/** GitHub looks for mentions, references, emoji and addresses after it has taken escapes and entities away, so that those need the joiner. */
const inert = (text) => text
    .replace(/[\\`*_{}[\]()#+!|~$^>-]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    // @name, #1, :emoji:, https://, a:b
    .replace(/@|#|:(?=\S)/g, `$&${joiner}`)
    .replace(/\bwww(?=\.)/gi, `$&${joiner}`)
    // GH-1 and other trackers' references
    .replace(/(?<=[A-Za-z0-9_]\\-)(?=\d)/g, joiner)
    // the name of a commit, of which seven digits are enough
    .replace(/\b[0-9a-f]{7,}\b/gi, (digits) => digits.replace(/.{6}(?=.)/g, `$&${joiner}`));
/** Text of an XML or HTML element or attribute. */
const xml = (text) => plain(text).replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[c] ?? c);
/** A CSV cell that a spreadsheet takes for text: always quoted, so that no other separator splits it, and never the start of a formula. */
function csvCell(text) {
    const line = plain(text);
    return `"${(/^\s*[=+\-@|%＝＋－＠]/.test(line) ? `'${line}` : line).replaceAll('"', '""')}"`;
}
/** JSON whose strings mean the same and are safe to print: what is not seen, and what a log would obey, is spelled as an escape. */
const jsonText = (value) => `${JSON.stringify(value, null, 2)
    .replace(unseen, (c) => (c === '\n' ? c : spelled(c)))
    .replaceAll('##[', '#\\u0023[')}\n`;
const spelled = (characters) => characters
    .split('')
    .map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
/** The message of a workflow command. */
const commandData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/** A property of a workflow command. */
const commandProperty = (text) => commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5951);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
