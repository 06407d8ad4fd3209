export const id = 755;
export const ids = [755];
export const modules = {

/***/ 7755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compileCel: () => (/* binding */ compileCel)
});

// EXTERNAL MODULE: ./node_modules/@marcbachmann/cel-js/lib/index.js + 13 modules
var lib = __webpack_require__(7337);
// EXTERNAL MODULE: ./build/bundle/policy/glob.js
var glob = __webpack_require__(9456);
// EXTERNAL MODULE: ./build/bundle/policy/time.js
var time = __webpack_require__(4131);
// EXTERNAL MODULE: ./build/bundle/policy/truth.js
var truth = __webpack_require__(6169);
// EXTERNAL MODULE: ./build/bundle/policy/value.js
var value = __webpack_require__(9941);
// EXTERNAL MODULE: ./build/bundle/policy/vocabulary/field.js
var vocabulary_field = __webpack_require__(2697);
;// CONCATENATED MODULE: ./build/bundle/policy/cel-environment.js
/** The vocabulary declared to CEL, and a scene as CEL sees it: objects whose properties are read only when the expression asks for them. */






/** Thrown by a property that is not known from the files; CEL's own logic decides whether that matters. */
class NotKnown extends Error {
    why;
    constructor(why) {
        super('not known');
        this.why = why;
    }
}
/** A longer list would make nested loops slow. */
const maxItems = 500;
const celTypes = {
    string: 'string',
    rank: 'string',
    number: 'double',
    boolean: 'bool',
    list: 'list<string>',
    patterns: 'Patterns',
    date: 'string',
    duration: 'double',
};
/** A set of cloud patterns inside CEL; only `takesIn` can ask it. */
class Patterns {
    set;
    ignoreCase;
    constructor(set, ignoreCase) {
        this.set = set;
        this.ignoreCase = ignoreCase;
    }
}
const whole = (w) => {
    const text = (0,value/* known */.eO)(w);
    if (text === undefined)
        throw new NotKnown((0,value/* holesOf */.V6)(w).map((h) => `<${h}>`));
    return text;
};
/** `undefined` is how CEL sees an absent field. */
function toCel(value, field) {
    switch (value.is) {
        case 'absent':
            return undefined;
        case 'unknown':
            throw new NotKnown([value.why]);
        case 'text':
            return whole(value.words);
        case 'number':
            return field.type === 'date' ? (0,time/* dateOf */.Q$)(value.value) : value.value;
        case 'boolean':
            return value.value;
        case 'list':
            if (value.items.length > maxItems)
                throw new NotKnown([`\`${field.name}\`, which has more than ${maxItems} items`]);
            return value.items.map(whole);
        case 'patterns':
            return new Patterns(value, field.ignoreCase === true);
    }
}
/** A family as a map whose values are read on demand. It has to stay a plain `Map`, by whose constructor CEL knows it. */
function mapOf(field, scene) {
    const map = new Map(field.keys(scene).map((key) => [key, '']));
    map.get = (key) => (map.has(key) ? toCel(field.read(scene, key), field) : undefined);
    return map;
}
/** A class whose getters read the scene it was made for. */
function shapeOf(members) {
    const scenes = new WeakMap();
    const type = class {
        constructor(scene) {
            scenes.set(this, scene);
        }
    };
    const fields = {};
    for (const [name, member] of members) {
        fields[name] = member.celType;
        Object.defineProperty(type.prototype, name, {
            get() {
                const scene = scenes.get(this);
                return scene && member.read(scene);
            },
        });
    }
    return { fields, type };
}
const memberOf = (field) => field.name.endsWith(vocabulary_field/* family */.T1)
    ? { celType: `map<string, ${celTypes[field.type]}>`, read: (scene) => mapOf(field, scene) }
    : { celType: celTypes[field.type], read: (scene) => toCel(field.read(scene, ''), field) };
const put = (map, key, name, value) => {
    const inner = map.get(key) ?? new Map();
    map.set(key, inner.set(name, value));
};
const typeName = (noun) => `${noun.charAt(0).toUpperCase()}${noun.slice(1)}Fields`;
const answer = (t) => {
    if ((0,truth/* isUnknown */.t8)(t))
        throw new NotKnown(t.unknown);
    return t;
};
/** The words of all ranks have one meaning each, so a word alone tells its place. */
function rankOf(fields, word) {
    for (const field of fields) {
        const place = field.type === 'rank' ? (field.words ?? []).indexOf(word) : -1;
        if (place >= 0)
            return place;
    }
    throw new NotKnown([`the rank of \`${word}\``]);
}
function declare(fields) {
    const byNoun = new Map();
    const nested = new Map();
    for (const field of fields) {
        const [noun = '', name = '', sub] = field.name.split('.');
        if (sub === undefined || sub === vocabulary_field/* family */.T1)
            put(byNoun, noun, name, memberOf(field));
        else
            put(nested, `${noun}.${name}`, sub, memberOf(field));
    }
    const environment = new lib/* Environment */.OH({
        limits: { maxAstNodes: 500, maxDepth: 40, maxListElements: 200, maxMapEntries: 50, maxCallArguments: 8 },
    });
    environment.registerType('Patterns', { ctor: Patterns, fields: {} });
    for (const [path, members] of nested) {
        const [noun = '', name = ''] = path.split('.');
        const { fields: declared, type: Type } = shapeOf(members);
        environment.registerType(typeName(name), { ctor: Type, fields: declared });
        put(byNoun, noun, name, { celType: typeName(name), read: (scene) => new Type(scene) });
    }
    const makers = [...byNoun].map(([noun, members]) => {
        const { fields: declared, type: Type } = shapeOf(members);
        environment.registerType(typeName(noun), { ctor: Type, fields: declared });
        environment.registerVariable(noun, typeName(noun));
        return [noun, (scene) => new Type(scene)];
    });
    declareFunctions(environment, fields);
    return {
        environment,
        context: (scene) => ({ ...Object.fromEntries(makers.map(([noun, make]) => [noun, make(scene)])), today: (0,time/* dateOf */.Q$)(scene.today) }),
    };
}
function declareFunctions(environment, fields) {
    environment
        .registerVariable('today', 'string', { description: 'Today as YYYY-MM-DD; dates compare as strings.' })
        .registerFunction('glob(string, string): bool', (text, pattern) => answer((0,glob/* matchesGlob */.kt)([text], pattern)))
        .registerFunction('takesIn(Patterns, string): bool', (p, asked) => answer((0,glob/* takesIn */.c3)(p.set, asked, '*', { ignoreCase: p.ignoreCase })))
        .registerFunction('rank(string): int', (word) => BigInt(rankOf(fields, word)))
        // Our numbers are JavaScript's; CEL keeps whole literals apart from them, which nobody who writes `== 0` means.
        .registerOperator('double == int', (a, b) => a === Number(b));
}
const environments = new WeakMap();
const paramTypeOf = (value) => typeof value === 'string' ? 'string' : typeof value === 'number' ? 'double' : typeof value === 'boolean' ? 'bool' : 'list<string>';
/** The environment of a target, with the rule's parameters as `params.<name>`. */
function celEnvironment({ vocabulary, target, params }) {
    const perTarget = environments.get(vocabulary) ?? new Map();
    environments.set(vocabulary, perTarget);
    const shared = perTarget.get(target) ?? declare(vocabulary.fields(target));
    perTarget.set(target, shared);
    const members = new Map(Object.entries(params).map(([name, value]) => [name, { celType: paramTypeOf(value), read: () => value }]));
    const { fields, type: Params } = shapeOf(members);
    const environment = shared.environment.clone().registerType('Params', { ctor: Params, fields }).registerVariable('params', 'Params');
    return { environment, context: (scene) => ({ ...shared.context(scene), params: new Params(scene) }) };
}

// EXTERNAL MODULE: ./build/bundle/policy/spelling.js
var spelling = __webpack_require__(5788);
;// CONCATENATED MODULE: ./build/bundle/policy/cel.js
/**
 * CEL expressions over the vocabulary. Made only when a rule uses one. An expression is checked against the declared fields when its rule is
 * loaded. When it is evaluated, reading what is not known from the files makes the answer unknown, unless nothing hangs on it: `||`, `&&` and
 * the quantifiers absorb what cannot change their result.
 */




/** CEL has no step budget, so what can multiply work is bounded beforehand: lists have at most 500 items (cel-environment.ts). */
const maxLoops = 8;
const maxNesting = 2;
const loops = new Set(['all', 'exists', 'exists_one', 'map', 'filter', 'bind']);
/** `matches` runs a backtracking regular expression over reviewed text, and too many loops take too long. */
function refusal(root) {
    let count = 0;
    const visit = (node, depth) => {
        const name = node.op === 'call' || node.op === 'rcall' ? node.args[0] : '';
        if (name === 'matches')
            return { node, message: '`matches` is not available.', mend: 'Use `glob(text, pattern)`, where `*` is any run of characters.' };
        const loop = node.op === 'rcall' && loops.has(name);
        if (loop && (++count > maxLoops || depth >= maxNesting)) {
            return { node, message: `At most ${maxLoops} loops, ${maxNesting} deep.`, mend: 'Split the rule in two.' };
        }
        for (const child of childrenOf(node)) {
            const found = visit(child, loop ? depth + 1 : depth);
            if (found)
                return found;
        }
        return undefined;
    };
    return visit(root, 0);
}
const isNode = (x) => typeof x === 'object' && x !== null && 'op' in x && 'args' in x;
const childrenOf = (node) => {
    const args = node.args;
    return (Array.isArray(args) ? args.flat(2) : [args]).filter(isNode);
};
/** See `CelCompiler`. */
const compileCel = (expression, at, to) => {
    const { environment, context } = celEnvironment(to);
    const reportAt = (range, message, mend) => {
        to.report({ at, message, mend, ...(range ? { range } : {}) });
    };
    const checked = environment.check(expression);
    if (!checked.valid) {
        const { range, summary } = checked.error ?? {};
        const word = range ? expression.slice(range.start, range.end) : '';
        return reportAt(range, `${summary ?? 'The expression is not valid'}.`, suggestName(word, to));
    }
    if (checked.type !== 'bool')
        return reportAt(undefined, `The expression gives ${checked.type}, not true or false.`, '');
    const program = environment.parse(expression);
    const refused = refusal(program.ast);
    if (refused)
        return reportAt(refused.node.range, refused.message, refused.mend);
    return (scene) => {
        try {
            return program(context(scene)) === true;
        }
        catch (error) {
            return whyUnknown(error, expression);
        }
    };
};
const suggestName = (word, to) => {
    const names = to.vocabulary.fields(to.target).flatMap((f) => f.name.split('.'));
    return /^\w+$/.test(word) ? (0,spelling/* suggest */.Z)(word, [...new Set(names)]) : '';
};
function whyUnknown(error, expression) {
    if (error instanceof NotKnown)
        return (0,truth/* unknown */.L5)(...error.why);
    if (!(error instanceof lib/* EvaluationError */.ZN))
        throw error;
    const { start, end } = error.range ?? { start: 0, end: expression.length };
    const path = /[\w.]*$/.exec(expression.slice(0, start))?.[0] ?? '';
    const part = path + expression.slice(start, end);
    if (error.code === 'no_such_key')
        return (0,truth/* unknown */.L5)(`\`${part}\` is not stated, and the expression reads it without has()`);
    return (0,truth/* unknown */.L5)(`the expression fails at \`${part}\``);
}


/***/ })

};
