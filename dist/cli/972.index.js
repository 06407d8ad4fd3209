export const id = 972;
export const ids = [972];
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

/***/ 3596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vE: () => (/* binding */ inTrees),
  FC: () => (/* binding */ onDisk),
  vz: () => (/* binding */ sourceOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/edges/edge-error.js
var edge_error = __webpack_require__(9772);
// EXTERNAL MODULE: ./build/bundle/edges/files.js
var files = __webpack_require__(9691);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/bundle/edges/links.js
/** Names inside a checkout that lead somewhere else. */


/** The first symbolic link on the way from a folder down to a file. None when the file is not below the folder, or is not there yet. */
function linkBelow(folder, file) {
    const names = (0,external_node_path_.relative)(folder, (0,external_node_path_.resolve)(folder, file)).split(external_node_path_.sep);
    if (names[0] === '..')
        return undefined;
    return names.map((_, i) => (0,external_node_path_.join)(folder, ...names.slice(0, i + 1))).find(isLink);
}
const isLink = (file) => {
    try {
        return (0,external_node_fs_.lstatSync)(file).isSymbolicLink();
    }
    catch {
        // What is not there, or below something that is no folder, is no link; whoever opens it tells the trouble better.
        return false;
    }
};

// EXTERNAL MODULE: ./build/bundle/edges/policy-files.js
var policy_files = __webpack_require__(6014);
// EXTERNAL MODULE: ./build/bundle/model/span.js
var span = __webpack_require__(1019);
;// CONCATENATED MODULE: ./build/bundle/doors/named-files.js
/** Files that the user's words name. Who may change such a file decides where it is looked for. */






/** What a person names at a terminal is on disk. */
const onDisk = (root) => ({
    config: async (file) => ({ path: (0,span/* filePath */.s$)(file), side: 'head', text: (0,files/* readUserFile */.E1)((0,external_node_path_.resolve)(root, file), 'config file') }),
    policies: async (entry) => (0,policy_files/* policyFiles */.q)(entry, root),
});
/**
 * What a config or a workflow names is in the trusted tree. On disk it is looked for only when no side of the change has it: then somebody
 * else put it there, such as an earlier step that checked out a repository of policies.
 */
function inTrees({ trusted, head, root }) {
    const inTrusted = async (named) => {
        const place = placeIn(root, named);
        if (place === undefined)
            return [];
        const below = (await trusted.list()).paths.filter((path) => isAt(place, path));
        if (below.length === 0 && (await holds(head, place)))
            throw onlyInHead(named);
        const paths = below.filter((path) => path === place || (0,policy_files/* isPolicyFile */.V)(path.slice(place.length)));
        const contents = await trusted.read(paths);
        return paths.map((path, i) => sourceOf(path, contents[i], trusted));
    };
    const onDiskBelow = (named) => {
        if (linkBelow(root, named) !== undefined)
            throw new edge_error/* EdgeError */.G1('cannot-read', `"${(0,edge_error/* printable */.g$)(named)}" leads through a symbolic link. Name the place itself.`);
        return onDisk(root);
    };
    return {
        config: async (file) => (await inTrusted(file)).find((source) => source.path === placeIn(root, file)) ?? onDiskBelow(file).config(file),
        policies: async (entry) => {
            const found = await inTrusted(entry);
            return found.length > 0 ? found : onDiskBelow(entry).policies(entry);
        },
    };
}
/** Below the root as trees spell it; undefined for what is elsewhere. */
function placeIn(root, named) {
    const place = (0,span/* filePath */.s$)((0,external_node_path_.relative)((0,external_node_path_.resolve)(root), (0,external_node_path_.resolve)(root, named)));
    return place === '..' || place.startsWith('../') || (0,external_node_path_.isAbsolute)(place) ? undefined : place;
}
const isAt = (place, path) => place === '' || path === place || path.startsWith(`${place}/`);
/** Also spelled otherwise, since some disks do not tell such names apart; also as a link or a submodule that the change brings in. */
async function holds(tree, place) {
    const { paths, gaps } = await tree.list();
    const loose = (path) => path.normalize('NFC').toLowerCase();
    const leftOut = gaps.flatMap(({ at }) => (typeof at === 'string' ? [at] : []));
    return paths.some((path) => isAt(loose(place), loose(path))) || leftOut.some((path) => isAt(loose(path), loose(place)));
}
const onlyInHead = (named) => new edge_error/* EdgeError */.G1('cannot-read', `"${(0,edge_error/* printable */.g$)(named)}" is only in the head of this change. Config and policies are taken from the base: merge them first, then name them.`);
/** One that is there and cannot be read ends the run: silence would be a pass. */
function sourceOf(path, content, { side }) {
    if (content?.kind === 'text')
        return { path, side, text: content.text };
    throw new edge_error/* EdgeError */.G1('cannot-read', `${path} cannot be read: ${content?.kind === 'gap' ? content.gap.reason : 'it is not a text file'}.`);
}


/***/ }),

/***/ 1972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ outcomeOf),
  f: () => (/* binding */ rulesOf),
  runReview: () => (/* binding */ runReview)
});

// EXTERNAL MODULE: ./build/bundle/data/version.js
var version = __webpack_require__(7374);
// EXTERNAL MODULE: ./build/bundle/edges/clock.js
var edges_clock = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/bundle/edges/digest.js
var digest = __webpack_require__(5194);
// EXTERNAL MODULE: ./build/bundle/edges/edge-error.js
var edge_error = __webpack_require__(9772);
// EXTERNAL MODULE: ./build/bundle/edges/files.js
var files = __webpack_require__(9691);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/bundle/model/span.js
var span = __webpack_require__(1019);
// EXTERNAL MODULE: ./build/bundle/edges/content.js
var content = __webpack_require__(1921);
// EXTERNAL MODULE: ./build/bundle/edges/disk.js
var disk = __webpack_require__(983);
// EXTERNAL MODULE: ./build/bundle/edges/renames.js
var renames = __webpack_require__(3195);
// EXTERNAL MODULE: ./build/bundle/edges/tree-view.js
var tree_view = __webpack_require__(2414);
;// CONCATENATED MODULE: ./build/bundle/edges/folders.js
/** Two folders as the two sides of a change. */








/** A change between two folders; without a base everything is added. What is named `.git` or `node_modules` are left out. */
async function openFolders(baseDir, headDir, options = {}) {
    const limit = options.maxFileBytes ?? content/* defaultMaxFileBytes */.tg;
    const views = {
        base: baseDir === undefined ? tree_view/* emptyView */.nG : walk(baseDir),
        head: walk(headDir),
    };
    const readOne = (side, path) => {
        const entry = views[side].entries.get(path);
        if (entry === undefined)
            return undefined;
        return entry.kind === 'file' ? (0,disk/* readDisk */.gr)(entry.where.file, path, limit) : { kind: 'gap', gap: (0,tree_view/* leftOutGap */.wd)(path, entry) };
    };
    return {
        base: { ref: baseDir ?? 'nothing', commit: null },
        head: { ref: headDir, commit: null },
        changed: async () => compare(views.base, views.head, limit),
        list: async (side) => (0,tree_view/* listing */.RR)(views[side], views[side === 'base' ? 'head' : 'base']),
        read: async (side, paths) => paths.map((path) => readOne(side, path)),
        close: async () => { },
    };
}
/** Neither is the author's text: git's own data (also the file that stands for it in a submodule) and installed packages. */
const skipped = new Set(['.git', 'node_modules']);
/** Lists a folder without following links. Trouble at the top is an error, below it a gap. */
function walk(top) {
    const view = new tree_view/* TreeViewBuilder */.X6();
    const waiting = childrenOfTop(top);
    for (let child = waiting.pop(); child; child = waiting.pop()) {
        if (!child.isFolder)
            addEntry(view, child);
        else
            try {
                waiting.push(...childrenOf(child.file, `${child.name}/`));
            }
            catch (error) {
                view.gaps.push((0,content/* unreadable */.O$)((0,span/* filePath */.s$)(child.name), `the folder cannot be opened, the system says ${(0,edge_error/* errorCode */.CA)(error)}`));
            }
    }
    return view;
}
/** A link at the very top is followed: the user named it. */
function childrenOfTop(top) {
    try {
        return childrenOf((0,external_node_fs_.realpathSync)(top), '');
    }
    catch (error) {
        const code = (0,edge_error/* errorCode */.CA)(error);
        const why = code === 'ENOENT' ? 'there is no such folder' : code === 'ENOTDIR' ? 'it is not a folder' : `the system says ${code}`;
        throw new edge_error/* EdgeError */.G1(code === 'ENOENT' ? 'missing-folder' : 'no-folder', `Cannot read the folder "${(0,edge_error/* printable */.g$)(top)}": ${why}.`);
    }
}
/** Names are taken as bytes, so that one that is no UTF-8 can still be opened. Last name first: the caller takes from the end. */
function childrenOf(dir, prefix) {
    return (0,external_node_fs_.readdirSync)(dir, { withFileTypes: true, encoding: 'buffer' })
        .filter((child) => !skipped.has(child.name.toString('latin1')))
        .sort((a, b) => b.name.compare(a.name))
        .map((child) => ({ name: prefix + (0,tree_view/* decodeName */.e4)(child.name), file: within(dir, child.name), isFolder: child.isDirectory() }));
}
/** A path below a folder; it stays text as long as it is UTF-8. */
const within = (dir, name) => typeof dir === 'string' && (0,external_node_buffer_.isUtf8)(name) ? `${dir}/${name}` : Buffer.concat([Buffer.from(dir), slash, name]);
const slash = Buffer.from('/');
function addEntry(view, { name, file }) {
    try {
        const stat = (0,external_node_fs_.lstatSync)(file);
        if (stat.isFile())
            view.add(name, { kind: 'file', where: { file, bytes: stat.size } });
        else if (stat.isSymbolicLink())
            view.add(name, { kind: 'link', state: (0,external_node_fs_.readlinkSync)(file, 'buffer').toString('latin1') });
        else
            view.add(name, { kind: 'special', state: undefined });
    }
    catch (error) {
        view.gaps.push((0,content/* unreadable */.O$)((0,span/* filePath */.s$)(name), `the system says ${(0,edge_error/* errorCode */.CA)(error)}`));
    }
}
function compare(base, head, limit) {
    const removed = folders_files(base).filter((path) => head.entries.get(path)?.kind !== 'file');
    const added = [];
    const modified = [];
    for (const path of folders_files(head)) {
        const before = whereIn(base, path);
        const after = whereIn(head, path);
        if (!before)
            added.push(path);
        else if (after && !sameContent(before, after))
            modified.push({ path, status: 'modified' });
    }
    const moved = (0,renames/* withRenames */.Q)(removed, added, identify(base, limit), identify(head, limit));
    return [...modified, ...moved].sort((a, b) => (0,tree_view/* byPath */.f2)(a.path, b.path));
}
const whereIn = (view, path) => {
    const entry = view.entries.get(path);
    return entry?.kind === 'file' ? entry.where : undefined;
};
const folders_files = (view) => [...view.entries.keys()].filter((path) => whereIn(view, path) !== undefined);
function sameContent(a, b) {
    try {
        return a.bytes === b.bytes && (0,disk/* sameBytes */.er)(a.file, b.file);
    }
    catch {
        // A file that cannot be read counts as changed: whoever reads it gets the gap that says why.
        return false;
    }
}
/** Empty files are alike without being the same file, and large ones are not worth the time: neither is ever a rename. */
const identify = (view, limit) => (path) => {
    const at = whereIn(view, path);
    return at && at.bytes > 0 ? (0,disk/* digestOfFile */.Mk)(at.file, { algorithm: 'sha256', maxBytes: limit }) : undefined;
};

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/bundle/edges/git/run.js
/**
 * How git is called. The repository is hostile: its configuration may name programs (monitors, hooks, diff drivers, filters) and
 * servers. Nothing of that may run, nothing may be fetched, nothing may be written; and the user's own git settings change no result.
 */



// Empty, not `false`: an old git takes the value of core.fsmonitor for a program's name.
const guards = [
    'core.fsmonitor=',
    'core.hooksPath=/dev/null',
    'core.pager=cat',
    'core.attributesFile=/dev/null',
    'core.excludesFile=/dev/null',
    'core.untrackedCache=false',
    'core.splitIndex=false',
    'diff.external=',
    'protocol.allow=never',
    'submodule.recurse=false',
    // Who owns the files is no risk here: their settings are not obeyed. In a container the owner often is somebody else.
    'safe.directory=*',
];
const guardEnvironment = {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    // Stronger than protocol.allow, which a repository can answer with protocol.file.allow.
    GIT_ALLOW_PROTOCOL: 'none',
    LC_ALL: 'C',
    LANGUAGE: 'C',
};
/** The caller's environment without what steers git, and without search paths that depend on where git runs. */
function inherited() {
    const kept = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
    return Object.fromEntries(kept.map(([name, value]) => [name, name.toUpperCase() === 'PATH' ? value?.split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute).join(external_node_path_.delimiter) : value]));
}
const callMillis = 120_000;
const outputLimit = 512 * 1024 * 1024;
const complaintLimit = 8192;
/** Git in the repository at (or around) a folder. The folder must exist. */
function gitIn(dir) {
    return make(dir, guards, { ...inherited(), ...guardEnvironment });
}
function make(dir, settings, env) {
    const start = (args) => (0,external_node_child_process_.spawn)('git', ['-C', dir, ...settings.flatMap((setting) => ['-c', setting]), ...args], { env, stdio: 'pipe', windowsHide: true });
    return {
        start,
        run: (args, call = {}) => collect(start(args), args[0] ?? 'git', call),
        with: (more, environment) => make(dir, [...settings, ...more], { ...env, ...environment }),
    };
}
/** Waits for git to end. Too long, too much or not at all is an error at once: a child of git may hold the pipes open. */
function collect(child, verb, { input, expect, millis = callMillis }) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let length = 0;
        let complaint = '';
        const fail = (error) => {
            clearTimeout(timer);
            discard(child);
            reject(error);
        };
        const timer = setTimeout(() => fail(tooSlow(verb, millis)), millis);
        child.on('error', (error) => fail(notStarted(error)));
        child.stdout.on('data', (chunk) => {
            chunks.push(chunk);
            length += chunk.length;
            if (length > outputLimit)
                fail(new edge_error/* EdgeError */.G1('git-failed', `git ${verb} says more than ${outputLimit / 1024 / 1024} MB; the repository is too large.`));
        });
        child.stderr.on('data', (chunk) => {
            if (complaint.length < complaintLimit)
                complaint += chunk.toString('utf8');
        });
        child.on('close', (code) => {
            clearTimeout(timer);
            const result = {
                code: code ?? -1,
                stdout: Buffer.concat(chunks, length),
                complaints: complaint.split('\n').map(edge_error/* printable */.g$).filter(Boolean),
            };
            if (code === null || (expect && !expect.includes(code)))
                reject(failed(verb, result));
            else
                resolve(result);
        });
        endInput(child, input);
    });
}
/** Writes what git is to read. When git goes away early its exit code tells the story; a broken pipe adds nothing to it. */
function endInput(child, input) {
    child.stdin.on('error', () => { });
    child.stdin.end(input);
}
/** Ends a git that is no longer wanted, with everything that ties us to it. */
function discard(child) {
    child.kill('SIGKILL');
    child.stdin.destroy();
    child.stdout.destroy();
    child.stderr.destroy();
}
/** The error of a call that takes too long. */
const tooSlow = (verb, millis) => new edge_error/* EdgeError */.G1('git-timeout', `git ${verb} gave no answer within ${millis / 1000} seconds.`);
/** The error of a git that cannot be started. */
const notStarted = (error) => (0,edge_error/* errorCode */.CA)(error) === 'ENOENT'
    ? new edge_error/* EdgeError */.G1('git-missing', 'git was not found. Install git and make sure it is on PATH, or compare two folders with --base-dir and --head-dir.')
    : new edge_error/* EdgeError */.G1('git-failed', `git cannot be started: the system says ${(0,edge_error/* errorCode */.CA)(error)}.`);
/** The error of a call with an exit code that is no answer. */
function failed(verb, { code, complaints }) {
    const complaint = complaints.find((line) => /^(fatal|error):/.test(line)) ?? complaints[0];
    const mend = /unable to read|bad object|not a tree|could not fetch|missing/.test(complaint ?? '')
        ? '. Parts of the repository are not here: use a full clone, or check it with git fsck.'
        : '.';
    return new edge_error/* EdgeError */.G1('git-failed', `git ${verb} failed (exit ${code})${complaint ? `: ${complaint}` : ''}${mend}`);
}

;// CONCATENATED MODULE: ./build/bundle/edges/git/objects.js


/** A repository in which so many objects break git is not worth more time. */
const maxCrashes = 64;
const idleMillis = 60_000;
const longestHeader = 256;
const newline = 10;
/** Opens a reader; git starts with the first read. */
const openBlobs = (git, limit) => new Batch(git, limit);
/**
 * Requests are answered in order. A blob above the limit is not waited for: its size is known from its header, git is ended and a new
 * one gets the rest; so a bomb costs a restart. A git that dies over a damaged object is replaced in the same way.
 */
class Batch {
    git;
    limit;
    waiting = [];
    child;
    header = '';
    /** The blob that is arriving, with one byte of room for the newline after it. */
    body;
    filled = 0;
    crashes = 0;
    closed = false;
    /** While it is found out what broke git; what is wanted meanwhile is asked for afterwards. */
    recovering = false;
    timer;
    constructor(git, limit) {
        this.git = git;
        this.limit = limit;
    }
    read(ids) {
        if (this.closed)
            return Promise.reject(new edge_error/* EdgeError */.G1('git-failed', 'The repository was closed while files were still wanted.'));
        const answers = ids.map((id) => new Promise((answer, fail) => this.waiting.push({ id, answer, fail })));
        this.ask(ids);
        return Promise.all(answers);
    }
    close() {
        this.closed = true;
        this.stop();
        this.failAll(new edge_error/* EdgeError */.G1('git-failed', 'The repository was closed while files were still wanted.'));
    }
    ask(ids) {
        if (ids.length === 0 || this.recovering)
            return;
        this.child ??= this.start();
        this.child.stdin.write(`${ids.join('\n')}\n`);
        this.watch();
    }
    start() {
        const child = this.git.start(['cat-file', '--batch']);
        const isCurrent = () => this.child === child;
        child.stdout.on('data', (chunk) => isCurrent() && this.take(chunk));
        // Not kept, but read: a full pipe would stop git.
        child.stderr.resume();
        // A broken pipe is followed by 'close', which deals with it.
        child.stdin.on('error', () => { });
        child.on('error', (error) => isCurrent() && this.giveUp(notStarted(error)));
        child.on('close', () => isCurrent() && this.crashed().catch((error) => this.giveUp(error)));
        return child;
    }
    /** Parses what arrived: header, body, header, body… in pieces of any size. */
    take(chunk) {
        this.watch();
        for (let at = 0; at < chunk.length && this.child;) {
            if (this.body) {
                const count = chunk.copy(this.body, this.filled, at);
                at += count;
                this.filled += count;
                if (this.filled === this.body.length)
                    this.finish({ kind: 'bytes', bytes: this.body.subarray(0, -1) });
            }
            else {
                const end = chunk.indexOf(newline, at);
                this.header += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
                if (this.header.length > longestHeader) {
                    this.giveUp(new edge_error/* EdgeError */.G1('git-failed', 'git cat-file gave an answer that makes no sense.'));
                    return;
                }
                if (end < 0)
                    return;
                at = end + 1;
                if (!this.readHeader())
                    return;
            }
        }
    }
    /** `id type size` or `id missing`. False when the rest of the chunk is of no interest. */
    readHeader() {
        const [, type, size] = this.header.split(' ');
        this.header = '';
        if (type !== 'blob') {
            this.finish({ kind: type === 'missing' ? 'missing' : 'damaged' });
            if (type === 'missing')
                return true;
            this.restart();
            return false;
        }
        const bytes = Number(size);
        if (bytes > this.limit) {
            this.finish({ kind: 'too-large', bytes });
            this.restart();
            return false;
        }
        this.body = Buffer.allocUnsafe(bytes + 1);
        this.filled = 0;
        return true;
    }
    finish(blob) {
        this.body = undefined;
        this.waiting.shift()?.answer(blob);
        if (this.waiting.length === 0)
            clearTimeout(this.timer);
    }
    restart() {
        this.stop();
        this.ask(this.waiting.map((request) => request.id));
    }
    /**
     * The blob in flight broke git: damaged, or promised by the server of a partial clone, from which nothing is fetched. In such a clone
     * many may be missing, so all that are not here are answered at once.
     */
    async crashed() {
        this.stop();
        if (this.waiting.length === 0)
            return;
        if (++this.crashes > maxCrashes)
            throw new edge_error/* EdgeError */.G1('git-failed', 'git cat-file fails again and again. Check the repository with git fsck.');
        this.recovering = true;
        const asked = [...this.waiting];
        const ids = asked.map(({ id }) => id);
        const present = await presentOf(this.git, ids).finally(() => {
            this.recovering = false;
        });
        if (this.closed)
            return;
        const rest = asked.filter((request, i) => {
            const blob = present && !present.has(request.id) ? { kind: 'missing' } : i === 0 ? { kind: 'damaged' } : undefined;
            if (blob)
                request.answer(blob);
            return !blob;
        });
        this.waiting.splice(0, asked.length, ...rest);
        this.restart();
    }
    watch() {
        clearTimeout(this.timer);
        if (this.waiting.length > 0)
            this.timer = setTimeout(() => this.giveUp(tooSlow('cat-file', idleMillis)), idleMillis);
    }
    giveUp(error) {
        this.stop();
        this.failAll(error);
    }
    stop() {
        clearTimeout(this.timer);
        const { child } = this;
        this.child = undefined;
        this.header = '';
        this.body = undefined;
        if (child)
            discard(child);
    }
    failAll(error) {
        for (const request of this.waiting.splice(0))
            request.fail(error);
    }
}
/** The objects that are in the repository; undefined when git cannot tell because one is damaged. This verb never fetches. */
async function presentOf(git, ids) {
    const args = ['rev-list', '--objects', '--no-walk', '--no-object-names', '--missing=allow-any', '--ignore-missing', '--stdin'];
    const { code, stdout } = await git.run(args, { input: Buffer.from(`${ids.join('\n')}\n`) });
    return code === 0 ? new Set(stdout.toString('latin1').split('\n')) : undefined;
}

;// CONCATENATED MODULE: ./build/bundle/edges/git/repository.js
/** Finds the repository that a path is in, and what kind it is. */




/** Opens the repository at or around a folder. */
async function findRepository(path) {
    const dir = realFolder(path);
    const near = gitIn(dir);
    // --show-cdup comes last: it prints nothing in a bare repository.
    const answer = await near.run(['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--git-path', 'index', '--show-cdup']);
    if (answer.code !== 0)
        throw notOpened(path, answer.complaints.join('\n')) ?? failed('rev-parse', answer);
    const [inside, shallow, index = '', up = ''] = answer.stdout.toString('utf8').split('\n');
    const top = inside === 'true' ? (0,external_node_path_.resolve)(dir, up) : undefined;
    return { git: top === undefined ? near : gitIn(top), top, index: (0,external_node_path_.resolve)(dir, index), shallow: shallow === 'true' };
}
function realFolder(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch (error) {
        throw new edge_error/* EdgeError */.G1('no-folder', `Cannot open "${(0,edge_error/* printable */.g$)(path)}": the system says ${(0,edge_error/* errorCode */.CA)(error)}.`);
    }
}
function notOpened(path, complaints) {
    const name = (0,edge_error/* printable */.g$)(path);
    if (complaints.includes('not a git repository'))
        return new edge_error/* EdgeError */.G1('no-repository', `"${name}" is not in a git repository. Check out first, or compare two folders with --base-dir and --head-dir.`);
    if (complaints.includes('dubious ownership'))
        return new edge_error/* EdgeError */.G1('unsafe-repository', `git does not trust "${name}" because somebody else owns it. Run git config --global --add safe.directory <its path>, or use git 2.38 or newer.`);
    if (complaints.includes('cannot change to'))
        return new edge_error/* EdgeError */.G1('no-folder', `"${name}" is not a folder that can be opened.`);
    return undefined;
}

;// CONCATENATED MODULE: ./build/bundle/edges/git/revisions.js
/** From what the user calls base and head to two commits. */

/** Finds both sides: base is where head left the branch that is called base, not where that branch is now. */
async function resolveRevisions(repository, options) {
    const { head, tip } = await resolveHead(repository, options.head);
    if (options.base === null)
        return { base: { ref: 'nothing', commit: null }, head, notices: [] };
    const notices = [];
    const base = await (options.base === undefined
        ? defaultBase(repository, tip)
        : options.exact
            ? namedBase(repository, options.base)
            : givenBase(repository, options.base, tip, (notice) => notices.push(notice)));
    return { base, head, notices };
}
/** `tip` is the commit that the head stands on; a work tree before the first commit has none. */
async function resolveHead(repository, ref) {
    if (ref !== undefined) {
        const commit = await mustFind(repository, ref);
        return { head: { ref, commit }, tip: commit };
    }
    const tip = await find(repository, 'HEAD');
    if (repository.top !== undefined)
        return { head: { ref: 'work tree', commit: null }, tip };
    if (tip === undefined)
        throw await withoutCommits(repository);
    return { head: { ref: 'HEAD', commit: tip }, tip };
}
const namedBase = async (repository, ref) => ({ ref, commit: await mustFind(repository, ref) });
async function givenBase(repository, ref, tip, notice) {
    const commit = await mustFind(repository, ref);
    const ancestor = tip === undefined ? undefined : await mergeBase(repository, commit, tip);
    if (ancestor === undefined)
        notice(`Base and head have no common commit${repository.shallow ? ' in this shallow clone' : ''}; "${(0,edge_error/* printable */.g$)(ref)}" is compared as it stands.` +
            (repository.shallow ? ' With fetch-depth: 0 in actions/checkout the change starts where the branch did.' : ''));
    return { ref, commit: ancestor ?? commit };
}
const defaultBranches = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];
async function defaultBase(repository, tip) {
    if (tip === undefined)
        throw await withoutCommits(repository);
    const found = await Promise.all(defaultBranches.map((ref) => find(repository, ref)));
    const index = found.findIndex((commit) => commit !== undefined);
    const [ref, commit] = [defaultBranches[index], found[index]];
    if (ref === undefined || commit === undefined)
        throw repository.shallow
            ? notInShallowClone('The default branch')
            : new edge_error/* EdgeError */.G1('no-default-branch', `No default branch was found (${defaultBranches.join(', ')}). Name the base with --base.`);
    const ancestor = await mergeBase(repository, commit, tip);
    if (ancestor !== undefined)
        return { ref, commit: ancestor };
    throw repository.shallow
        ? notInShallowClone(`The commit where the branch left ${ref}`)
        : new edge_error/* EdgeError */.G1('no-common-ancestor', `HEAD and ${ref} have no common commit. Name what to compare with by --base.`);
}
async function mustFind(repository, ref) {
    if (!isSafeRef(ref))
        throw new edge_error/* EdgeError */.G1('bad-revision', `"${(0,edge_error/* printable */.g$)(ref)}" cannot be the name of a revision. Give a branch, a tag or a commit.`);
    // In a CI checkout only the remote's branches are there, and people call them by their short names.
    const commit = (await find(repository, ref)) ?? (await find(repository, `refs/remotes/origin/${ref}`));
    if (commit !== undefined)
        return commit;
    if (repository.shallow)
        throw notInShallowClone(`"${(0,edge_error/* printable */.g$)(ref)}"`, ref);
    throw new edge_error/* EdgeError */.G1('unknown-revision', `There is no revision "${(0,edge_error/* printable */.g$)(ref)}" in this repository. Check its spelling, or fetch it with git fetch origin.`);
}
const fullId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** A leading dash would be an option for git; control characters are in no name. */
const isSafeRef = (ref) => ref !== '' && ref.length <= 1000 && !ref.startsWith('-') && !/\p{Cc}/u.test(ref);
async function find({ git }, ref) {
    const { code, stdout } = await git.run(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
    const id = stdout.toString('latin1').trim();
    // Also keeps out what rev-parse understands beyond one revision, such as `^main`.
    return code === 0 && fullId.test(id) ? id : undefined;
}
async function mergeBase({ git }, a, b) {
    const { code, stdout } = await git.run(['merge-base', a, b], { expect: [0, 1] });
    return code === 0 ? stdout.toString('latin1').trim() : undefined;
}
async function withoutCommits({ git }) {
    const { stdout } = await git.run(['for-each-ref', '--count=1'], { expect: [0] });
    return stdout.length === 0
        ? new edge_error/* EdgeError */.G1('empty-repository', 'The repository has no commits yet, so there is no change to review. Use scan to judge the files as they are.')
        : new edge_error/* EdgeError */.G1('unborn-branch', 'The current branch has no commits yet. Name the base with --base, or use scan to judge the files as they are.');
}
function notInShallowClone(what, ref = '<base commit>') {
    const fetch = `git fetch --depth=1 origin ${(0,edge_error/* printable */.g$)(ref)}`;
    return new edge_error/* EdgeError */.G1('shallow', `${what} is not in this shallow clone. Set fetch-depth: 0 in actions/checkout, or run ${fetch} before the review and name it with --base.`);
}

;// CONCATENATED MODULE: ./build/bundle/edges/git/records.js
/** What git prints, as records. Always the NUL-terminated forms: names are bytes and may hold anything else. */


/** Git's id for "not known" and "not there". */
const isNoId = (id) => /^0+$/.test(id);
/** Splits at NULs; the usual case of an output that is UTF-8 as a whole is one fast split. */
function namesOf(output) {
    if ((0,external_node_buffer_.isUtf8)(output)) {
        const texts = output.toString('utf8').split('\0');
        texts.pop();
        return texts.map((text) => ({ text }));
    }
    const names = [];
    for (let start = 0, end = output.indexOf(0); end >= 0; start = end + 1, end = output.indexOf(0, start)) {
        const raw = output.subarray(start, end);
        names.push((0,external_node_buffer_.isUtf8)(raw) ? { text: raw.toString('utf8') } : { text: (0,tree_view/* decodeName */.e4)(raw), raw });
    }
    return names;
}
/** `ls-tree -z`: `mode type id TAB name`. */
const treeRecords = (output) => namesOf(output).map((line) => {
    const { head, name } = cutAtTab(line);
    const [mode = '', , id = ''] = head.split(' ');
    return { name, mode, id, tag: '' };
});
/** `ls-files -t --stage -z`: `tag mode id stage TAB name`. */
const indexRecords = (output) => namesOf(output).map((line) => {
    const { head, name } = cutAtTab(line);
    const [tag = '', mode = '', id = ''] = head.split(' ');
    return { name, mode, id, tag };
});
const tab = 9;
function cutAtTab({ text, raw }) {
    const at = text.indexOf('\t');
    const name = text.slice(at + 1);
    return { head: text.slice(0, at), name: raw ? { text: name, raw: raw.subarray(raw.indexOf(tab) + 1) } : { text: name } };
}
/** `diff-tree --raw -z`: `:mode mode id id status` NUL name NUL, with two names for a rename. */
function diffRecords(output) {
    const records = [];
    const fields = namesOf(output).values();
    for (const { text } of fields) {
        const [oldMode = '', newMode = '', oldId = '', newId = '', status = ''] = text.slice(1).split(' ');
        const first = fields.next().value;
        const second = status.startsWith('R') ? fields.next().value : undefined;
        if (first)
            records.push({ status: status.slice(0, 1), name: second ?? first, from: second && first, oldMode, newMode, oldId, newId });
    }
    return records;
}

;// CONCATENATED MODULE: ./build/bundle/edges/git/tree.js



/** Lists a commit. */
async function commitView(git, commit) {
    const { stdout } = await git.run(['ls-tree', '-r', '-z', '--full-tree', commit], { expect: [0] });
    const view = new tree_view/* TreeViewBuilder */.X6();
    for (const { name, mode, id } of treeRecords(stdout))
        view.add(name.text, isFileMode(mode) ? { kind: 'file', where: { blob: id } } : leftOut(mode, id));
    return view;
}
/** Regular files have mode 100644, 100755 or, from long ago, 100664. */
const isFileMode = (mode) => mode.startsWith('100');
/** What is no regular file, by its mode. */
const leftOut = (mode, state) => ({
    kind: mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'special',
    state,
});
/** The search for similar files looks into them; after this long it is given up. */
const renameMillis = 20_000;
const renameLimit = '-l1000';
/** Runs one of git's raw diffs. */
async function rawDiff(git, verb, revisions) {
    const common = ['-r', '-z', '--raw', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--ignore-submodules=dirty', renameLimit];
    const similar = await git.run([verb, ...common, '-M', ...revisions], { millis: renameMillis }).catch(timeoutAlone);
    if (similar?.code === 0)
        return diffRecords(similar.stdout);
    // A missing or damaged blob stops the search for similar files; identical ones are found without looking into them.
    const { stdout } = await git.run([verb, ...common, '-M100%', ...revisions], { expect: [0] });
    return diffRecords(stdout);
}
const timeoutAlone = (error) => {
    if (error instanceof edge_error/* EdgeError */.G1 && error.code === 'git-timeout')
        return undefined;
    throw error;
};

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/bundle/edges/git/work-tree.js
/**
 * The files of a work tree as they are on disk, tracked or not, seen with git's own eyes: on a private copy of the index, in which the
 * untracked files are entered too, so that one comparison with the base covers everything, renames included. The repository itself is
 * not written to.
 */









/** Looks at the work tree at `top`; `index` is the repository's own index, which need not exist. */
async function openWorkTree(git, top, index, limit) {
    const guarded = git.with(await withoutFilters(git), {});
    const folder = copyIndex(index);
    const close = () => (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    try {
        const own = guarded.with([], { GIT_INDEX_FILE: (0,external_node_path_.join)(folder, 'index') });
        const untracked = await enterUntracked(own, top, limit);
        return { view: () => list(own, top, untracked), diff: (commit) => work_tree_compare(own, top, commit, untracked, limit), close };
    }
    catch (error) {
        close();
        throw error;
    }
}
/**
 * Comparing a file with the index may run the clean filter that its attributes name. Filters are named by the repository, so each one
 * is switched off by its name: what is compared is what is on disk.
 */
async function withoutFilters(git) {
    const { stdout } = await git.run(['config', '--name-only', '-z', '--get-regexp', '^filter\\.'], { expect: [0, 1] });
    const drivers = new Set(namesOf(stdout).map(({ text, raw }) => (raw ? '=' : text.slice(0, text.lastIndexOf('.')))));
    // `-c` cuts a setting at its first `=`; a filter called so could not be switched off.
    if ([...drivers].some((driver) => driver.includes('=')))
        throw new edge_error/* EdgeError */.G1('unsafe-repository', 'The git configuration has a filter with an odd name. Review commits with --head instead of the work tree.');
    return [...drivers].flatMap((driver) => [`${driver}.clean=`, `${driver}.process=`, `${driver}.required=false`]);
}
function copyIndex(index) {
    try {
        const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'identity-review-'));
        if ((0,external_node_fs_.existsSync)(index))
            (0,external_node_fs_.copyFileSync)(index, (0,external_node_path_.join)(folder, 'index'));
        return folder;
    }
    catch (error) {
        throw new edge_error/* EdgeError */.G1('cannot-write', `Cannot copy the git index into the folder for temporary files: the system says ${(0,edge_error/* errorCode */.CA)(error)}.`);
    }
}
/** Brings the private index up to date with the disk and enters what is untracked, with the empty blob as a stand-in for its content. */
async function enterUntracked(own, top, limit) {
    const [others, format] = await Promise.all([
        own.run(['ls-files', '--others', '--exclude-standard', '-z'], { expect: [0] }),
        own.run(['hash-object', '-t', 'blob', '--stdin'], { expect: [0], input: Buffer.alloc(0) }),
    ]);
    const emptyBlob = format.stdout.toString('latin1').trim();
    const large = [];
    const odd = [];
    const lines = [];
    for (const name of namesOf(others.stdout)) {
        const mode = name.text.endsWith('/') ? 'repository' : modeOf(diskPath(top, name), limit);
        if (mode === 'repository')
            odd.push({ name: name.text.slice(0, -1), kind: mode });
        else if (mode === 'special')
            odd.push({ name: name.text, kind: mode });
        else if (mode === 'large')
            large.push(name);
        else
            lines.push(Buffer.from(`${mode} ${emptyBlob}\t`), name.raw ?? Buffer.from(name.text), nul);
    }
    // Exit code 1 is no failure: it says that some files differ from the index.
    await own.run(['update-index', '-q', '--really-refresh', '-z', '--index-info'], { expect: [0, 1], input: Buffer.concat(lines) });
    const gaps = others.complaints.filter((line) => line.includes('could not open')).map((line) => (0,content/* unreadable */.O$)(undefined, `git says ${line}`));
    return { large, odd, gaps };
}
/** A file that cannot be looked at stays in the list as something that is not read. */
function modeOf(file, limit) {
    try {
        const stat = (0,external_node_fs_.lstatSync)(file);
        if (stat.isSymbolicLink())
            return '120000';
        if (!stat.isFile())
            return 'special';
        return stat.size > limit ? 'large' : '100644';
    }
    catch {
        return 'special';
    }
}
const nul = Buffer.from('\0');
const diskPath = (top, name) => name.raw ? Buffer.concat([Buffer.from(`${top}/`), name.raw]) : `${top}/${name.text}`;
async function list(own, top, untracked) {
    const [index, dirty] = await Promise.all([
        own.run(['ls-files', '-t', '--stage', '-z'], { expect: [0] }),
        own.run(['diff-files', '-z', '--raw', '--no-abbrev', '--no-renames', '--no-ext-diff', '--ignore-submodules=dirty'], { expect: [0] }),
    ]);
    const view = new tree_view/* TreeViewBuilder */.X6();
    const differs = new Map(diffRecords(dirty.stdout)
        .filter(({ status }) => status !== 'U')
        .map((record) => [record.name.text, record]));
    let last = '';
    for (const record of indexRecords(index.stdout)) {
        // The stages of an unresolved merge come one after the other; the file on disk is one.
        if (record.name.text === last)
            continue;
        last = record.name.text;
        addTracked(view, top, record, differs.get(last));
    }
    view.gaps.push(...untracked.gaps);
    for (const name of untracked.large)
        view.add(name.text, { kind: 'file', where: { disk: diskPath(top, name) } });
    for (const { name, kind } of untracked.odd)
        view.add(name, { kind, state: undefined });
    return view;
}
function addTracked(view, top, { name, mode, id, tag }, differs) {
    if (differs?.status === 'D')
        return;
    const modeOnDisk = differs?.newMode ?? mode;
    if (!isFileMode(modeOnDisk))
        view.add(name.text, leftOut(modeOnDisk, differs ? undefined : id));
    // What a sparse checkout leaves out is not missing: it is as the index has it.
    else
        view.add(name.text, { kind: 'file', where: tag === 'S' ? { blob: id } : { disk: diskPath(top, name) } });
}
async function work_tree_compare(own, top, commit, { large }, limit) {
    const largeNames = new Map(large.map((name) => [name.text, name]));
    const records = (await rawDiff(own, 'diff-index', [commit])).map((record) => {
        const replaced = record.status === 'D' && largeNames.delete(record.name.text);
        return replaced ? { ...record, status: 'M', newMode: '100644' } : record;
    });
    const added = [...largeNames.values()].map((name) => ({ status: 'A', name, from: undefined, oldMode: '000000', newMode: '100644', oldId: '', newId: '' }));
    return [...records.filter((record) => !isUnchanged(record, top, limit)), ...added];
}
/** A file that differs from the index may still be as the base has it: taken out of the index, or changed there and changed back. */
function isUnchanged({ status, name, oldMode, newMode, oldId, newId }, top, limit) {
    if (status !== 'M' || !isNoId(newId) || !isFileMode(oldMode) || !isFileMode(newMode))
        return false;
    const algorithm = oldId.length === 64 ? 'sha256' : 'sha1';
    return oldId === (0,disk/* digestOfFile */.Mk)(diskPath(top, name), { algorithm, maxBytes: limit, prefix: (size) => `blob ${size}\0` });
}

;// CONCATENATED MODULE: ./build/bundle/edges/git.js









/**
 * Opens a repository by a path in its work tree or by its bare folder. Nothing in the repository is run, fetched or written. Throws
 * `EdgeError` when there is no such change to look at.
 */
async function openGit(path, options = {}) {
    const repository = await findRepository(path);
    const revisions = await resolveRevisions(repository, options);
    return new GitChange(repository, revisions, options.maxFileBytes ?? content/* defaultMaxFileBytes */.tg);
}
class GitChange {
    repository;
    limit;
    base;
    head;
    notices;
    blobs;
    views = new Map();
    opened;
    constructor(repository, revisions, limit) {
        this.repository = repository;
        this.limit = limit;
        ({ base: this.base, head: this.head, notices: this.notices } = revisions);
        this.blobs = openBlobs(repository.git, limit);
    }
    async changed() {
        if (this.base.commit === null) {
            const { paths } = await this.list('head');
            return paths.map((path) => ({ path, status: 'added' }));
        }
        const records = await this.diff(this.base.commit);
        return [...new Map(records.flatMap(changedFile).map((file) => [file.path, file])).values()].sort((a, b) => (0,tree_view/* byPath */.f2)(a.path, b.path));
    }
    async list(side) {
        const [view, other] = await Promise.all([this.view(side), this.view(side === 'base' ? 'head' : 'base')]);
        return (0,tree_view/* listing */.RR)(view, other);
    }
    async read(side, paths) {
        const { entries } = await this.view(side);
        const wanted = paths.map((path) => ({ path, entry: entries.get(path) }));
        const ids = [...new Set(wanted.flatMap(({ entry }) => blobOf(entry) ?? []))];
        const found = await this.blobs.read(ids);
        const blobs = new Map(ids.map((id, i) => [id, found[i]]));
        return wanted.map(({ path, entry }) => {
            if (entry === undefined)
                return undefined;
            if (entry.kind !== 'file')
                return (0,content/* without */.FF)((0,tree_view/* leftOutGap */.wd)(path, entry));
            if ('disk' in entry.where)
                return (0,disk/* readDisk */.gr)(entry.where.disk, path, this.limit);
            return contentOf(blobs.get(entry.where.blob), path, this.limit);
        });
    }
    async close() {
        this.blobs.close();
        const workTree = await this.opened?.catch(() => undefined);
        workTree?.close();
    }
    view(side) {
        const known = this.views.get(side);
        if (known)
            return known;
        const view = this.look(side);
        this.views.set(side, view);
        return view;
    }
    async look(side) {
        const { commit } = this[side];
        if (commit !== null)
            return commitView(this.repository.git, commit);
        return side === 'base' ? tree_view/* emptyView */.nG : (await this.workTree()).view();
    }
    async diff(base) {
        if (this.head.commit !== null)
            return rawDiff(this.repository.git, 'diff-tree', [base, this.head.commit]);
        return (await this.workTree()).diff(base);
    }
    workTree() {
        const { git, top, index } = this.repository;
        if (top === undefined)
            throw new Error('a head without a commit needs a work tree');
        this.opened ??= openWorkTree(git, top, index, this.limit);
        return this.opened;
    }
}
const blobOf = (entry) => entry?.kind === 'file' && 'blob' in entry.where ? entry.where.blob : undefined;
function contentOf(blob, path, limit) {
    switch (blob?.kind) {
        case 'bytes':
            return (0,content/* decode */.D4)(blob.bytes);
        case 'too-large':
            return (0,content/* without */.FF)((0,content/* tooLarge */.g$)(path, blob.bytes, limit));
        case 'damaged':
            return (0,content/* without */.FF)((0,content/* unreadable */.O$)(path, 'its content is damaged in this repository, check it with git fsck'));
        case 'missing':
        case undefined:
            return (0,content/* without */.FF)((0,content/* unreadable */.O$)(path, 'its content is not in this repository, which is a partial clone or damaged; use a full clone'));
    }
}
/** A record of git's as a change of regular files; nothing when the bytes are the same or neither side is a file. */
function changedFile({ name, from, oldMode, newMode, oldId, newId }) {
    const path = (0,span/* filePath */.s$)(name.text);
    const before = isFileMode(oldMode);
    const after = isFileMode(newMode);
    if (before && after) {
        if (from)
            return [{ path, from: (0,span/* filePath */.s$)(from.text), status: 'renamed' }];
        return oldId === newId ? [] : [{ path, status: 'modified' }];
    }
    return before || after ? [{ path, status: before ? 'removed' : 'added' }] : [];
}

// EXTERNAL MODULE: ./build/bundle/review.js + 235 modules
var review = __webpack_require__(4849);
// EXTERNAL MODULE: ./build/bundle/doors/named-files.js + 1 modules
var named_files = __webpack_require__(3596);
// EXTERNAL MODULE: ./build/bundle/reporters/index.js + 13 modules
var reporters = __webpack_require__(8183);
// EXTERNAL MODULE: ./build/bundle/doors/usage-error.js
var usage_error = __webpack_require__(8027);
;// CONCATENATED MODULE: ./build/bundle/doors/reporter-of.js
/** A format's name → its reporter. */


function reporterOf(format) {
    const found = reporters/* reporters */.R.find((r) => r.id === format);
    if (!found)
        throw new usage_error/* UsageError */.e(`There is no format ${JSON.stringify(format)}.`);
    return found;
}

// EXTERNAL MODULE: ./build/bundle/doors/terms.js + 2 modules
var doors_terms = __webpack_require__(5397);
;// CONCATENATED MODULE: ./build/bundle/doors/tree.js
const treeOf = (source, side) => ({
    side,
    list: () => source.list(side),
    read: (paths) => source.read(side, paths),
});

;// CONCATENATED MODULE: ./build/bundle/doors/run-review.js
/** `review`, `scan` and `inventory`: open the change, gather the terms, review, report. */













async function runReview(mode, options, io) {
    const outcome = await outcomeOf(mode, options, io);
    for (const { format, file } of options.outputs)
        (0,files/* writeReport */.u5)(file, reporterOf(format).render(outcome, { color: false }));
    io.out(reporterOf(options.format).render(outcome, { color: options.color }));
    return outcome.verdict === 'fail' ? 1 : 0;
}
async function outcomeOf(mode, options, io) {
    const clock = options.now === undefined ? (0,edges_clock/* systemClock */.m)() : (0,edges_clock/* fixedClock */.N)(options.now);
    return withTerms(mode, options, io, ({ source, terms }) => (0,review/* review */.N)({ mode, source, terms, now: clock.now(), digest: (0,digest/* randomKeyDigest */.F)(), version: version.version }));
}
/** The built-in rules and those that the config of a place and the command line add. */
const rulesOf = (options, io) => withTerms('inventory', options, io, async ({ policies }) => policies.rules);
async function withTerms(mode, options, io, use) {
    const { source, notices } = await run_review_open(mode, options);
    try {
        for (const notice of notices)
            io.note(notice);
        const trusted = treeOf(source, mode === 'review' ? 'base' : 'head');
        const terms = await (0,doors_terms/* termsOf */.fd)({ trusted, head: treeOf(source, 'head'), root: '.' }, options, (0,named_files/* onDisk */.FC)('.'));
        return await use({ source, ...terms });
    }
    finally {
        await source.close();
    }
}
async function run_review_open(mode, options) {
    const { words, base, head, baseDir, headDir } = options;
    if (words.length > 1)
        throw new usage_error/* UsageError */.e(`${mode} takes one path, got ${words.length}.`);
    if (mode === 'review')
        return baseDir !== undefined || headDir !== undefined ? folders(options) : git(words[0] ?? '.', { base, head });
    if (baseDir !== undefined || headDir !== undefined || base !== undefined)
        throw new usage_error/* UsageError */.e(`${mode} looks at one tree: give it a path, and --head for a revision of a repository.`);
    const path = words[0] ?? '.';
    return head === undefined ? { source: await openFolders(undefined, path), notices: [] } : git(path, { base: null, head });
}
async function folders({ words, base, head, baseDir, headDir }) {
    if (baseDir === undefined || headDir === undefined)
        throw new usage_error/* UsageError */.e('--base-dir and --head-dir go together.');
    if (words.length > 0 || base !== undefined || head !== undefined)
        throw new usage_error/* UsageError */.e('With --base-dir and --head-dir there is no repository, --base or --head.');
    try {
        return { source: await openFolders(baseDir, headDir), notices: [] };
    }
    catch (error) {
        // git keeps no empty folders: a change that adds everything has no base folder. Everything then counts as new, which hides nothing.
        if (!(error instanceof edge_error/* EdgeError */.G1) || error.code !== 'missing-folder')
            throw error;
        const source = await openFolders(undefined, headDir);
        return { source, notices: [`There is no folder "${(0,edge_error/* printable */.g$)(baseDir)}": everything counts as new.`] };
    }
}
async function git(path, revisions) {
    const source = await openGit(path, revisions);
    return { source, notices: source.notices };
}


/***/ }),

/***/ 5397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eQ: () => (/* binding */ configPath),
  fd: () => (/* binding */ termsOf)
});

// UNUSED EXPORTS: waiversPath

// EXTERNAL MODULE: ./build/bundle/model/span.js
var span = __webpack_require__(1019);
// EXTERNAL MODULE: ./build/bundle/ownership/codeowners.js + 1 modules
var ownership_codeowners = __webpack_require__(5425);
// EXTERNAL MODULE: ./build/bundle/ownership/keys.js
var keys = __webpack_require__(8911);
// EXTERNAL MODULE: ./build/bundle/ownership/registry.js
var ownership_registry = __webpack_require__(6728);
// EXTERNAL MODULE: ./build/bundle/policy/builtin.js + 1 modules
var builtin = __webpack_require__(4963);
// EXTERNAL MODULE: ./build/bundle/model/config-error.js
var config_error = __webpack_require__(6810);
// EXTERNAL MODULE: ./build/bundle/policy/activate.js
var activate = __webpack_require__(3055);
// EXTERNAL MODULE: ./build/bundle/policy/vocabulary/index.js + 8 modules
var policy_vocabulary = __webpack_require__(953);
// EXTERNAL MODULE: ./build/bundle/policy/load/read-rules.js
var read_rules = __webpack_require__(1511);
// EXTERNAL MODULE: ./build/bundle/data/validators.js
var validators = __webpack_require__(1539);
// EXTERNAL MODULE: ./build/bundle/policy/spelling.js
var spelling = __webpack_require__(5788);
// EXTERNAL MODULE: ./build/bundle/policy/time.js
var time = __webpack_require__(4131);
// EXTERNAL MODULE: ./build/bundle/policy/load/document.js
var load_document = __webpack_require__(4396);
// EXTERNAL MODULE: ./build/bundle/policy/load/shape-errors.js
var shape_errors = __webpack_require__(8458);
;// CONCATENATED MODULE: ./build/bundle/policy/load/read-waivers.js
/** `.github/identity-waivers.yml` → waivers. */





function* problemsOf(waiver, index, ruleIds) {
    const { rule, identity, fingerprint, until } = waiver;
    if (!ruleIds.includes(rule))
        yield { at: [index, 'rule'], message: `There is no rule \`${rule}\`.`, mend: (0,spelling/* suggest */.Z)(rule, ruleIds) };
    if ((identity === undefined) === (fingerprint === undefined)) {
        yield {
            at: [index],
            message: 'A waiver names an identity or a fingerprint, one of the two.',
            mend: 'Take the fingerprint from the report.',
        };
    }
    if (identity === '*')
        yield {
            at: [index, 'identity'],
            message: 'A waiver for every identity is no exception.',
            mend: `Turn the rule off in the config instead.`,
        };
    if ((0,time/* dayOf */.kb)(until) === undefined)
        yield { at: [index, 'until'], message: `\`${until}\` is no day.`, mend: 'Write an existing day as YYYY-MM-DD.' };
}
/** Without a file there are none. Waivers with an error are left out. */
function readWaivers(source, ruleIds) {
    if (!source)
        return { waivers: [], errors: [] };
    const file = (0,load_document/* readUserFile */.E)(source);
    const errors = [...file.errors];
    const report = (0,load_document/* into */.d)(errors, file);
    const data = file.data ?? [];
    if (!(0,validators/* validateWaivers */.wd)(data)) {
        for (const problem of (0,shape_errors/* shapeProblems */.q)(validators/* validateWaivers */.wd.errors ?? []))
            report(problem);
        return { waivers: [], errors };
    }
    const waivers = data.filter((waiver, index) => {
        const problems = [...problemsOf(waiver, index, ruleIds)];
        for (const problem of problems)
            report(problem);
        return problems.length === 0;
    });
    return { waivers, errors };
}

;// CONCATENATED MODULE: ./build/bundle/policy/load/load-policies.js
/** Everything a run needs of this room, from the user's files: the rules that are on, and the exceptions. */






/** Never throws for what a user wrote; all that is wrong is told at once. */
async function loadPolicies(files) {
    const vocabulary = (0,policy_vocabulary/* makeVocabulary */.$)(files.attributes);
    const custom = await (0,read_rules/* readRules */.Kc)(files.rules, vocabulary, new Set(builtin/* builtinRules */.D.map((r) => r.id)));
    const rules = [...builtin/* builtinRules */.D, ...custom.rules];
    const config = files.preset === undefined ? files.config.config : { ...files.config.config, preset: files.preset };
    const problems = [];
    const active = (0,activate/* activate */.Y)(rules, builtin/* builtinPresets */.i, config, { vocabulary, cel: await (0,read_rules/* celFor */.wU)(rules) }, (p) => problems.push(p));
    const exceptions = readWaivers(files.waivers, rules.map((r) => r.id));
    const placed = problems.map((p) => placeOf(p, files));
    return {
        config,
        active,
        rules,
        waivers: exceptions.waivers,
        errors: [...files.config.errors, ...custom.errors, ...placed, ...exceptions.errors],
    };
}
/** Without a config file, only what the command line says can be wrong. */
function placeOf(problem, { config: { file }, preset }) {
    const ofCommandLine = !file || (preset !== undefined && problem.at[0] === 'preset');
    return ofCommandLine ? new config_error/* ConfigError */.x(problem.message, { file: '--preset', line: 1, column: 1 }, problem.mend) : file.errorOf(problem);
}

// EXTERNAL MODULE: ./build/bundle/policy/load/read-config.js + 1 modules
var read_config = __webpack_require__(8305);
// EXTERNAL MODULE: ./build/bundle/providers/index.js + 79 modules
var providers = __webpack_require__(4187);
// EXTERNAL MODULE: ./build/bundle/doors/choice.js
var choice = __webpack_require__(7108);
// EXTERNAL MODULE: ./build/bundle/doors/named-files.js + 1 modules
var named_files = __webpack_require__(3596);
// EXTERNAL MODULE: ./build/bundle/doors/terms-error.js
var terms_error = __webpack_require__(8167);
;// CONCATENATED MODULE: ./build/bundle/doors/terms.js
/** What a review rests on: config, policies and waivers from the side that the change cannot edit, the registry from the head. */












const configPath = (0,span/* filePath */.s$)('.github/identity-review.yml');
const waiversPath = (0,span/* filePath */.s$)('.github/identity-waivers.yml');
/** `words` finds what `said` names. */
async function termsOf(ground, said, words) {
    const { trusted, head } = ground;
    const [ownConfig, waivers, codeowners, registry] = await Promise.all([
        said.config === undefined ? own(trusted, [configPath]) : words.config(said.config),
        own(trusted, [waiversPath]),
        own(trusted, ownership_codeowners/* codeownersPaths */.o),
        own(head, [ownership_registry/* registryPath */.Tt]),
    ]);
    if (said.preset !== undefined)
        (0,choice/* oneOf */.y)(Object.keys(builtin/* builtinPresets */.i), said.preset, 'The preset');
    const config = (0,read_config/* readConfig */.X)(ownConfig);
    const ofConfig = (0,named_files/* inTrees */.vE)(ground);
    const rules = await Promise.all([
        ...config.config.policies.map((entry) => ofConfig.policies(entry)),
        ...said.policies.map((entry) => words.policies(entry)),
    ]);
    const policies = await loadPolicies({
        config,
        ...(said.preset === undefined ? {} : { preset: said.preset }),
        rules: rules.flat(),
        waivers,
        attributes: (0,policy_vocabulary/* mergeAttributes */.KV)(providers/* providers */.r.map((p) => p.attributes)),
    });
    if (policies.errors.length > 0)
        throw new terms_error/* TermsError */.y(policies.errors);
    const terms = {
        config: said.failOn === undefined ? policies.config : { ...policies.config, failOn: said.failOn },
        rules: policies.active,
        waivers: policies.waivers,
        ownership: {
            keys: (0,keys/* ownershipKeys */.Q)(policies.config.ownership),
            registry: (0,ownership_registry/* parseRegistry */.l5)(registry),
            codeowners: (0,ownership_codeowners/* parseCodeowners */.B)(codeowners),
        },
    };
    return { terms, policies };
}
/** The first of the files that is there. */
async function own(tree, paths) {
    const contents = await tree.read(paths);
    const at = contents.findIndex((c) => c !== undefined);
    const path = paths[at];
    return path && (0,named_files/* sourceOf */.vz)(path, contents[at], tree);
}


/***/ })

};
