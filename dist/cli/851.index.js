export const id = 851;
export const ids = [851];
export const modules = {

/***/ 5851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain)
});

// EXTERNAL MODULE: ./build/bundle/edges/edge-error.js
var edge_error = __webpack_require__(9772);
// EXTERNAL MODULE: ./build/bundle/policy/builtin.js + 1 modules
var policy_builtin = __webpack_require__(4963);
// EXTERNAL MODULE: ./build/bundle/reporters/escape.js
var reporters_escape = __webpack_require__(1697);
// EXTERNAL MODULE: ./build/bundle/reporters/place.js
var place = __webpack_require__(139);
// EXTERNAL MODULE: ./build/bundle/reporters/prose/words.js
var words = __webpack_require__(1777);
;// CONCATENATED MODULE: ./build/bundle/reporters/explain.js



const block = (title, lines) => lines.length === 0 ? [] : ['', title, ...lines.map((l) => `  ${(0,reporters_escape/* plain */.pj)(l)}`)];
const explainRule = (rule) => `${[
    `${rule.id} (${rule.level}, ${rule.theme})`,
    rule.title,
    ...block('Why', [rule.why]),
    ...block('How to satisfy it', [rule.fix]),
    ...block('Controls', rule.controls),
].join('\n')}\n`;
/** Everything that is known of an identity, each with the place that says so. */
function explainIdentity(i) {
    const set = (values, negated) => `${negated ? 'all but ' : ''}${values.join(', ')}`;
    return `${[
        `${(0,reporters_escape/* plain */.pj)(i.name)} (${words/* kindWord */.dx[i.kind]}, ${words/* accessWord */.Nn[i.access.level]})`,
        `${(0,reporters_escape/* plain */.pj)(i.key)}  ${(0,place.at)(i.location)}`,
        ...block('Owner and life', [
            ...(i.owner ? [`owner: ${i.owner.value} (${i.owner.source}, ${(0,place.at)(i.owner.location)})`] : ['owner: none']),
            ...Object.entries(i.metadata).map(([field, m]) => `${field}: ${m.value} (${m.source}, ${(0,place.at)(m.location)})`),
        ]),
        ...block('Who may become it', i.trust.map((t) => `${t.effect} ${t.principals.map((p) => p.value).join(', ')}${conditions(t.conditions)}  ${(0,place.at)(t.location)}`)),
        ...block('What it may do', [
            ...i.grants.map((g) => `${g.effect} ${set(g.actions, g.notActions)} on ${set(g.resources, g.notResources)}${conditions(g.conditions)}  ${(0,place.at)(g.location)} (${g.via})`),
            ...i.permissionSets.map((p) => `${p.role === 'limit' ? 'within' : 'all of'} ${p.name}  ${(0,place.at)(p.location)} (${p.via})`),
        ]),
        ...block('Credentials', i.credentials.map((c) => `${c.name}: ${c.kind}, ${c.origin}, ${c.lifetime}${c.rotatedBy ? `, rotated by ${c.rotatedBy}` : ''}  ${(0,place.at)(c.location)}`)),
        ...block('Ties', i.links.map((l) => `${l.relation} ${l.to}${l.external ? ' (declared elsewhere)' : ''}  ${(0,place.at)(l.location)} (${l.via})`)),
    ].join('\n')}\n`;
}
const conditions = (all) => all.length === 0 ? '' : ` when ${all.map((c) => `${c.key} ${c.operator} ${c.values.join(' or ')}`).join(' and ')}`;

// EXTERNAL MODULE: ./build/bundle/doors/choice.js
var choice = __webpack_require__(7108);
// EXTERNAL MODULE: ./build/bundle/doors/run-review.js + 11 modules
var run_review = __webpack_require__(1972);
// EXTERNAL MODULE: ./build/bundle/doors/usage-error.js
var usage_error = __webpack_require__(8027);
;// CONCATENATED MODULE: ./build/bundle/doors/explain.js
/** `explain RULE | IDENTITY-KEY [PATH]`: why a rule exists and how to satisfy it, or all that is known of an identity and why. */






async function explain(options, io) {
    const [word, ...path] = options.words;
    if (word === undefined)
        throw new usage_error/* UsageError */.e('explain takes the id of a rule or the key of an identity.');
    const at = { ...options, words: path };
    // A key holds a colon (`aws:role:ci`), the id of a rule never does.
    io.out(word.includes(':') ? await identityText(word, at, io) : await ruleText(word, at, io));
    return 0;
}
/** A built-in rule is explained anywhere, also where the configuration is broken. */
async function ruleText(id, options, io) {
    const named = (rules) => rules.find((r) => r.id === id);
    const builtin = named(policy_builtin/* builtinRules */.D);
    if (builtin)
        return explainRule(builtin);
    const rules = await (0,run_review/* rulesOf */.f)(options, io);
    const rule = named(rules);
    if (rule)
        return explainRule(rule);
    throw unknown('rule', id, rules.map((r) => r.id));
}
async function identityText(key, options, io) {
    const { identities } = await (0,run_review/* outcomeOf */.s)('inventory', options, io);
    const identity = identities.find((i) => i.key === key);
    if (identity)
        return explainIdentity(identity);
    throw unknown('identity', key, identities.map((i) => i.key));
}
const unknown = (what, word, known) => new usage_error/* UsageError */.e(`There is no ${what} "${(0,edge_error/* printable */.g$)(word)}" here.${(0,choice/* meant */.w)(word, known)}`);


/***/ })

};
