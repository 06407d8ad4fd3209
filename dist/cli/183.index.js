export const id = 183;
export const ids = [183];
export const modules = {

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

/***/ 8183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ formats),
  R: () => (/* binding */ reporters)
});

// EXTERNAL MODULE: ./build/bundle/model/finding.js
var finding = __webpack_require__(986);
// EXTERNAL MODULE: ./build/bundle/reporters/escape.js
var reporters_escape = __webpack_require__(1697);
// EXTERNAL MODULE: ./build/bundle/reporters/place.js
var reporters_place = __webpack_require__(139);
// EXTERNAL MODULE: ./build/bundle/reporters/prose/words.js
var prose_words = __webpack_require__(1777);
// EXTERNAL MODULE: ./build/bundle/model/group.js
var group = __webpack_require__(8484);
;// CONCATENATED MODULE: ./build/bundle/reporters/ranking.js


/** Errors first; within a level the order of the outcome, which is by place. */
const ranked = (findings) => [...findings].sort((a, b) => finding/* levels */.y.indexOf(a.level) - finding/* levels */.y.indexOf(b.level));
const ranking_open = (o) => ranked(o.findings.filter((f) => !f.waived));
const waived = (o) => o.findings.filter((f) => f.waived);
/** `+` something came, `-` something went, `!` reach grew, `~` anything else. */
const signs = {
    'identity-added': '+',
    'identity-removed': '-',
    'identity-renamed': '~',
    'identity-moved': '~',
    'access-widened': '!',
    'access-narrowed': '-',
    'access-changed': '!',
    'trust-widened': '!',
    'trust-narrowed': '-',
    'trust-changed': '!',
    'credential-added': '+',
    'credential-removed': '-',
    'credential-changed': '~',
    'link-added': '+',
    'link-removed': '-',
    'ownership-changed': '~',
    'attribute-changed': '~',
};
const weight = { '!': 0, '+': 1, '~': 2, '-': 3 };
const signOf = (c) => signs[c.change];
/** Growing reach first, then what is new. */
const rankedChanges = (changes) => [...changes].sort((a, b) => weight[signOf(a)] - weight[signOf(b)]);
/** One row for each reason, most frequent first: a list of every single gap would drown the findings. */
function gapGroups(gaps) {
    return [...(0,group/* groupBy */.$)(gaps, (g) => `${g.kind}\n${g.reason}`).values()]
        .flatMap((group) => {
        const [first] = group;
        return first ? [{ kind: first.kind, reason: first.reason, gaps: group, count: group.reduce((n, g) => n + g.count, 0) }] : [];
    })
        .sort((a, b) => b.count - a.count);
}

;// CONCATENATED MODULE: ./build/bundle/reporters/reporter.js
const defineReporter = (reporter) => reporter;

;// CONCATENATED MODULE: ./build/bundle/reporters/annotations.js






const commandOf = { error: 'error', warning: 'warning', note: 'notice' };
/** GitHub shows the first ten of a kind and step and drops the rest without a word. */
const mostOfKind = 10;
const mostTitle = 255;
const mostText = 4_000;
const annotations = defineReporter({
    id: 'annotations',
    title: 'GitHub workflow commands, at most ten of a level',
    render(outcome) {
        const all = ranking_open(outcome);
        const titles = new Map(outcome.rules.map((rule) => [rule.id, rule.title]));
        const shown = finding/* levels */.y.flatMap((level) => all.filter((f) => f.level === level).slice(0, shownOf(level, all, outcome)));
        const lines = shown.map((f) => commandLine(f, titles.get(f.rule) ?? f.rule));
        const rest = restLine(outcome, all, shown);
        return [...lines, ...(rest === '' ? [] : [rest])].map((line) => `${line}\n`).join('');
    },
});
/** The line that tells of the rest is a notice itself and takes one notice's place. */
function shownOf(level, all, outcome) {
    if (level !== 'note')
        return mostOfKind;
    const over = finding/* levels */.y.some((l) => all.filter((f) => f.level === l).length > mostOfKind);
    return over || outcome.summary.gaps > 0 ? mostOfKind - 1 : mostOfKind;
}
function commandLine(f, title) {
    const placed = placeProperties(f.location);
    const text = [placed === '' ? `${(0,reporters_place.at)(f.location)}: ${f.message}` : f.message, `Fix: ${f.fix}`, f.rule];
    return command(commandOf[f.level], placed, title, text.map((line) => (0,reporters_escape/* plain */.pj)((0,reporters_escape/* clip */.$Q)(line, mostText))).join('\n'));
}
const command = (name, placed, title, text) => `::${name} ${placed}title=${(0,reporters_escape/* commandProperty */.N1)((0,reporters_escape/* plain */.pj)((0,reporters_escape/* clip */.$Q)(title, mostTitle)))}::${(0,reporters_escape/* commandData */.wq)(text)}`;
/** Nothing for a line that head has not, and for a path that cannot be said in a log line: those stand in the message. */
function placeProperties({ path, side, startLine, startColumn, endLine, endColumn }) {
    if (side === 'base' || (0,reporters_escape/* plain */.pj)(path) !== path)
        return '';
    // The runner drops a command that gives columns for more than one line.
    const columns = startLine === endLine && endColumn > startColumn ? `col=${startColumn},endColumn=${endColumn},` : '';
    return `file=${(0,reporters_escape/* commandProperty */.N1)(path)},line=${startLine},endLine=${Math.max(startLine, endLine)},${columns}`;
}
function restLine(outcome, all, shown) {
    const hidden = new Set(all.filter((f) => !shown.includes(f)));
    const parts = finding/* levels */.y.flatMap((level) => {
        const n = [...hidden].filter((f) => f.level === level).length;
        return n > 0 ? [(0,prose_words/* count */.U9)(n, `more ${level}`)] : [];
    });
    const { gaps } = outcome.summary;
    const told = [...parts, ...(gaps > 0 ? [`${(0,prose_words/* count */.U9)(gaps, 'gap')} where something is not established`] : [])];
    return told.length === 0 ? '' : command('notice', '', 'Identity review', `${(0,prose_words/* list */.p_)(told)}: the full report tells.`);
}

;// CONCATENATED MODULE: ./build/bundle/reporters/csv.js



const columns = {
    key: (i) => i.key,
    name: (i) => i.name,
    kind: (i) => i.kind,
    provider: (i) => i.provider,
    type: (i) => i.type,
    owner: (i) => i.owner?.value ?? '',
    'owner source': (i) => i.owner?.source ?? '',
    purpose: (i) => i.metadata.purpose?.value ?? '',
    access: (i) => i.access.level,
    'access in words': (i) => prose_words/* accessWord */.Nn[i.access.level],
    'because of': (i) => i.access.because.join('; '),
    credentials: (i) => i.credentials.map((c) => `${c.name} (${c.lifetime})`).join('; '),
    'review by': (i) => i.metadata.reviewBy?.value ?? '',
    rotation: (i) => [i.metadata.rotation?.value, ...i.credentials.map((c) => c.rotatedBy)].filter(Boolean).join('; '),
    expires: (i) => [i.metadata.expires?.value, ...i.credentials.map((c) => c.expires)].filter(Boolean).join('; '),
    'retire when': (i) => i.metadata.retireWhen?.value ?? '',
    path: (i) => i.location.path,
    line: (i) => String(i.location.startLine),
};
/** Lines end as RFC 4180 has it. */
const row = (cells) => `${cells.map(reporters_escape/* csvCell */.rK).join(',')}\r\n`;
const csv = defineReporter({
    id: 'csv',
    title: 'the identities for a spreadsheet, one row each',
    render: ({ identities }) => [Object.keys(columns), ...identities.map((i) => Object.values(columns).map((cell) => cell(i)))].map(row).join(''),
});

;// CONCATENATED MODULE: ./build/bundle/reporters/gitlab.js




const severity = { error: 'critical', warning: 'major', note: 'info' };
const gitlab_mostText = 4_000;
const gitlab = defineReporter({
    id: 'gitlab',
    title: 'GitLab code quality JSON',
    render: (outcome) => (0,reporters_escape/* jsonText */.s$)([...ranking_open(outcome).map(issueOf), ...gapIssues(outcome)]),
});
const issueOf = (f) => ({
    description: (0,reporters_escape/* plain */.pj)((0,reporters_escape/* clip */.$Q)(`${f.message} Fix: ${f.fix}`, gitlab_mostText)),
    check_name: f.rule,
    fingerprint: f.fingerprint,
    severity: severity[f.level],
    location: { path: f.location.path, lines: { begin: f.location.startLine } },
});
/** GitLab has no place for what is not known but its list of issues, and there only for what stands in a file. */
const gapIssues = (outcome) => gapGroups(outcome.gaps).flatMap(gapIssue);
function gapIssue({ kind, reason, gaps, count }) {
    const place = gaps.find((g) => g.location !== null)?.location;
    if (!place)
        return [];
    return [
        {
            description: (0,reporters_escape/* plain */.pj)((0,reporters_escape/* clip */.$Q)(`Not established, ${prose_words/* gapWord */.H8[kind]}${count > 1 ? ` (${count} places)` : ''}: ${reason}`, gitlab_mostText)),
            check_name: `gap-${kind}`,
            fingerprint: (0,reporters_escape/* plain */.pj)((0,reporters_escape/* clip */.$Q)(`gap ${kind} ${place.path} ${reason}`, gitlab_mostText)),
            severity: 'info',
            location: { path: place.path, lines: { begin: 'startLine' in place ? place.startLine : 1 } },
        },
    ];
}

;// CONCATENATED MODULE: ./build/bundle/reporters/html.js





const style = `
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; background: #fff }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-top: 1px solid #d1d9e0; overflow-wrap: anywhere }
.error, .fail { color: #b3261e } .warning { color: #8a5a00 } .note { color: #0b5cad } .pass { color: #116329 }
.place { font-family: ui-monospace, monospace; font-size: .85rem; color: #59636e } .fix::before { content: "Fix: "; font-weight: 600 }
@media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #0d1117 } th, td { border-color: #3d444d } .place { color: #9198a1 }
.error, .fail { color: #ff8178 } .warning { color: #e0a83a } .note { color: #7ab7ff } .pass { color: #57c26b } }
`;
const html = defineReporter({
    id: 'html',
    title: 'a page that stands alone',
    render: (outcome) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titleOf(outcome)}</title>
<style>${style}</style>
</head>
<body>
${[
        header(outcome),
        table('Findings', ['Level', 'What', 'Rule'], ranking_open(outcome).map(findingRow)),
        table('Changes', ['', 'What'], rankedChanges(outcome.changes).map(changeRow)),
        table('Identities', ['Identity', 'Access', 'Owner', 'Credentials'], outcome.identities.map(identityRow)),
        table('Waived', ['Rule', 'Why'], waived(outcome).map(waivedRow)),
        table('Not established', ['What', 'Where'], gapGroups(outcome.gaps).map(gapRow)),
    ]
        .filter((block) => block !== '')
        .join('\n')}
</body>
</html>
`,
});
const titleOf = ({ mode, verdict }) => (mode === 'inventory' ? 'Identity inventory' : `Identity review: ${verdict}`);
function header(outcome) {
    const { findings: f, identities: i, gaps } = outcome.summary;
    const { files } = outcome.coverage;
    const found = `${(0,prose_words/* count */.U9)(f.error, 'error')}, ${(0,prose_words/* count */.U9)(f.warning, 'warning')}, ${(0,prose_words/* count */.U9)(f.note, 'note')}, ${f.waived} waived.`;
    const moved = `Identities: ${i.added} added, ${i.changed} changed, ${i.removed} removed.`;
    const seen = `${files.read} of ${(0,prose_words/* count */.U9)(files.considered, 'file')} read, ${(0,prose_words/* count */.U9)(gaps, 'gap')}. ${(0,reporters_escape/* xml */._n)(outcome.now)}`;
    const said = outcome.mode === 'inventory' ? seen : `${found} ${moved} ${seen}`;
    return `<h1 class="${outcome.verdict}">${titleOf(outcome)}</h1>\n<p>${said}</p>`;
}
function table(title, heads, rows) {
    if (rows.length === 0)
        return '';
    const line = (tag, cells) => `<tr>${cells.map((c) => `<${tag}>${c}</${tag}>`).join('')}</tr>`;
    return [`<h2>${title} (${rows.length})</h2>`, '<table>', line('th', heads), ...rows.map((r) => line('td', r)), '</table>'].join('\n');
}
const placed = (place) => `<div class="place">${(0,reporters_escape/* xml */._n)(place)}</div>`;
const findingRow = (f) => [
    `<span class="${f.level}">${f.level}</span>`,
    [
        `${(0,reporters_escape/* xml */._n)(f.message)}${placed((0,reporters_place.at)(f.location))}<div class="fix">${(0,reporters_escape/* xml */._n)(f.fix)}</div>`,
        ...f.related.map((r) => `<div>${(0,reporters_escape/* xml */._n)(r.message)}${placed((0,reporters_place.at)(r.location))}</div>`),
    ].join(''),
    `${(0,reporters_escape/* xml */._n)(f.rule)}<div class="place">${prose_words/* themeWord */.Eg[f.theme]}${f.controls.length > 0 ? `: ${(0,reporters_escape/* xml */._n)(f.controls.join(', '))}` : ''}</div>`,
];
const changeRow = (c) => [signOf(c), `${(0,reporters_escape/* xml */._n)(c.statement)}${placed((0,reporters_place.at)(c.location))}`];
const identityRow = (i) => [
    `${(0,reporters_escape/* xml */._n)(i.name)} (${prose_words/* kindWord */.dx[i.kind]})${placed(i.key)}${placed((0,reporters_place.at)(i.location))}`,
    `${prose_words/* accessWord */.Nn[i.access.level]}${i.access.because.length > 0 ? placed((0,prose_words/* list */.p_)(i.access.because)) : ''}`,
    i.owner ? `${(0,reporters_escape/* xml */._n)(i.owner.value)}${placed(i.owner.source)}` : 'none',
    i.credentials.map((c) => `${(0,reporters_escape/* xml */._n)(c.name)}${placed([c.lifetime, c.rotatedBy ?? ''].filter(Boolean).join(', '))}`).join(''),
];
const waivedRow = (f) => [
    `${(0,reporters_escape/* xml */._n)(f.rule)}${placed((0,reporters_place.at)(f.location))}`,
    f.waived ? `${(0,reporters_escape/* xml */._n)(f.waived.reason)} (${(0,reporters_escape/* xml */._n)(f.waived.by)}, until ${(0,reporters_escape/* xml */._n)(f.waived.until)})` : '',
];
const gapRow = ({ kind, reason, gaps, count: n }) => {
    const [first] = gaps;
    return [`${prose_words/* gapWord */.H8[kind]}: ${(0,reporters_escape/* xml */._n)(reason)}`, `${placed(first ? (0,reporters_place/* gapAt */.U)(first) : '')}${n > 1 ? `and ${(0,prose_words/* count */.U9)(n - 1, 'more place')}` : ''}`];
};

;// CONCATENATED MODULE: ./build/bundle/reporters/json.js
/** The outcome itself, as `"identity-review/1"`. */


const json = defineReporter({
    id: 'json',
    title: 'the whole outcome, docs/outcome.schema.json',
    render: (outcome) => (0,reporters_escape/* jsonText */.s$)(outcome),
});

;// CONCATENATED MODULE: ./build/bundle/reporters/junit.js





const junit_mostText = 4_000;
const junit_short = (text) => (0,reporters_escape/* xml */._n)((0,reporters_escape/* clip */.$Q)(text, junit_mostText));
const junit = defineReporter({
    id: 'junit',
    title: 'JUnit XML for CI systems',
    render(outcome) {
        const cases = [...findingCases(outcome), ...gapCases(outcome)];
        const shown = cases.length > 0 ? cases : [nothing(outcome)];
        const n = (result) => shown.filter((c) => c.result === result).length;
        const counts = `tests="${shown.length}" failures="${n('failed')}" errors="0" skipped="${n('skipped')}"`;
        return [
            '<?xml version="1.0" encoding="UTF-8"?>',
            `<testsuites name="identity-review" ${counts}>`,
            `  <testsuite name="identity-review" ${counts} timestamp="${(0,reporters_escape/* xml */._n)(outcome.now)}">`,
            ...shown.flatMap(lines),
            '  </testsuite>',
            '</testsuites>',
            '',
        ].join('\n');
    },
});
/** Which level fails a review is the caller's choice, so that the verdict decides: a review that passes has no failed case. */
function findingCases(outcome) {
    const strong = ranking_open(outcome).some((f) => f.level !== 'note');
    const fails = (f) => outcome.verdict === 'fail' && (f.level !== 'note' || !strong);
    return [
        ...ranking_open(outcome).map((f) => findingCase(f, fails(f) ? 'failed' : 'passed', f.message)),
        ...waived(outcome).map((f) => findingCase(f, 'skipped', f.waived ? `Waived until ${f.waived.until} by ${f.waived.by}: ${f.waived.reason}` : f.message)),
    ];
}
const findingCase = (f, result, message) => ({
    result,
    of: f.rule,
    name: `${(0,reporters_place.at)(f.location)} ${f.message}`,
    type: f.level,
    message,
    body: [f.message, `Fix: ${f.fix}`, `At: ${(0,reporters_place.at)(f.location)}`, ...f.related.map((r) => `See: ${(0,reporters_place.at)(r.location)} ${r.message}`)],
});
/** A gap is not a pass. It fails the run only where nothing else does and the verdict says so. */
function gapCases(outcome) {
    const blamed = outcome.verdict === 'fail' && ranking_open(outcome).length === 0;
    return gapGroups(outcome.gaps).map((g) => gapCase(g, blamed ? 'failed' : 'skipped'));
}
const gapCase = ({ kind, reason, gaps, count: n }, result) => ({
    result,
    of: `gap-${kind}`,
    name: reason,
    type: kind,
    message: `Not established, ${prose_words/* gapWord */.H8[kind]}: ${reason}`,
    body: [`${(0,prose_words/* count */.U9)(n, 'place')}:`, ...gaps.slice(0, 20).map((g) => (0,reporters_place/* gapAt */.U)(g) || 'the whole review')],
});
const nothing = (outcome) => ({
    result: outcome.verdict === 'fail' ? 'failed' : 'passed',
    of: 'identity-review',
    name: 'no findings',
    type: 'verdict',
    message: `The review says ${outcome.verdict}.`,
    body: [],
});
function lines(c) {
    const head = `    <testcase classname="${junit_short(c.of)}" name="${junit_short(c.name)}"`;
    const body = c.body.map((line) => junit_short(line)).join('\n');
    switch (c.result) {
        case 'failed':
            return [`${head}>`, `      <failure type="${(0,reporters_escape/* xml */._n)(c.type)}" message="${junit_short(c.message)}">${body}</failure>`, '    </testcase>'];
        case 'skipped':
            return [`${head}>`, `      <skipped message="${junit_short(c.message)}"/>`, '    </testcase>'];
        case 'passed':
            return c.body.length === 0 ? [`${head}/>`] : [`${head}>`, `      <system-out>${body}</system-out>`, '    </testcase>'];
    }
}

;// CONCATENATED MODULE: ./build/bundle/reporters/fit.js
/** Fits a report into a budget: what matters most goes in first, a section is cut at an entry, and a cut says how much is missing. */
/** All sections, as far as the budget goes. The frames are kept; when even they are too large, only the first section's opening is. */
function fitted(sections, budget) {
    const shown = fit_shownOf(sections, budget);
    if (!shown)
        return sections[0] ? cut(sections[0].open, budget) : '';
    return sections.map((section, i) => rendered(section, shown[i] ?? 0)).join('');
}
function rendered({ open, entries, close, left }, shown) {
    const hidden = entries.length - shown;
    return [open, ...entries.slice(0, shown).map((e) => e.text), hidden > 0 ? left(hidden) : '', close].join('');
}
/** How many entries of each section there is room for; undefined when there is not even room for the frames. */
function fit_shownOf(sections, budget) {
    if (budget === Number.POSITIVE_INFINITY)
        return sections.map((s) => s.entries.length);
    // Paid for in full beforehand, so that a cut can always be told.
    const frames = sections.reduce((n, s) => n + bytes(s.open) + bytes(s.close) + bytes(s.left(s.entries.length)), 0);
    let room = budget - frames;
    if (room < 0)
        return undefined;
    const shown = sections.map(() => 0);
    const closed = new Set();
    const queue = sections.flatMap(({ entries }, section) => entries.map((entry) => ({ entry, section })));
    for (const { entry, section } of queue.sort((a, b) => a.entry.rank - b.entry.rank)) {
        if (closed.has(section))
            continue;
        const cost = bytes(entry.text);
        if (cost > room)
            closed.add(section);
        else {
            room -= cost;
            shown[section] = (shown[section] ?? 0) + 1;
        }
    }
    return shown;
}
const encoder = new TextEncoder();
const bytes = (text) => encoder.encode(text).length;
/** At most so many bytes; whole characters. */
function cut(text, budget) {
    let used = 0;
    let kept = '';
    for (const character of text) {
        used += bytes(character);
        if (used > budget)
            break;
        kept += character;
    }
    return kept;
}

;// CONCATENATED MODULE: ./build/bundle/reporters/markdown.js
/** The body of a job summary, a check run or a comment: verdict, what changed, what is wrong, what is excused, what is not known. */







/** What is kept longest when there is not room for all. */
const ranks = { error: 0, growth: 1, warning: 2, identity: 3, change: 4, note: 5, waived: 6, gap: 7 };
const markdown_mostText = 1_000;
const markdown_text = (said) => (0,reporters_escape/* markdown */.wD)((0,reporters_escape/* clip */.$Q)(said, markdown_mostText));
const markdown = defineReporter({
    id: 'markdown',
    title: 'for a job summary or a comment',
    render(outcome, options) {
        const place = placer(options);
        const rest = options.budget ? `: see ${(0,reporters_escape/* markdown */.wD)(options.budget.rest)}` : '';
        const left = (one, many) => (n) => `- and ${(0,prose_words/* count */.U9)(n, `more ${one}`, `more ${many ?? `${one}s`}`)}${rest}\n`;
        const sections = [
            { open: headline(outcome), entries: [], close: '', left: () => '' },
            section('Identities', identityEntries(outcome, place), left('identity', 'identities')),
            section('Changes', changeEntries(outcome, place), left('change')),
            ...finding/* levels */.y.map((level) => section(levelTitle[level], findingEntries(outcome, level, place), left(level))),
            section('Waived', waivedEntries(outcome, place), left('waived finding')),
            folded(outcome, left('reason')),
            { open: coverage(outcome), entries: [], close: '', left: () => '' },
        ].filter((s) => s.entries.length > 0 || s.open !== '');
        return fitted(sections, options.budget?.bytes ?? Number.POSITIVE_INFINITY);
    },
});
const levelTitle = { error: 'Errors', warning: 'Warnings', note: 'Notes' };
const section = (title, entries, left) => ({
    open: entries.length > 0 ? `\n### ${title} (${entries.length})\n\n` : '',
    entries,
    close: '',
    left,
});
function placer({ urlOf }) {
    return (location) => {
        const shown = (0,reporters_escape/* codeSpan */.SS)((0,reporters_escape/* clip */.$Q)((0,reporters_place.at)(location), markdown_mostText));
        const url = urlOf?.(location);
        return url !== undefined && /^https?:\/\/[^\s<>()[\]`\\]+$/.test(url) ? `[${shown}](${url})` : shown;
    };
}
function headline({ mode, verdict, summary: { findings: f, identities: i }, identities }) {
    if (mode === 'inventory')
        return `## Identity inventory: ${(0,prose_words/* count */.U9)(identities.length, 'identity', 'identities')}\n`;
    const found = [
        ...(f.error > 0 ? [(0,prose_words/* count */.U9)(f.error, 'error')] : []),
        ...(f.warning > 0 ? [(0,prose_words/* count */.U9)(f.warning, 'warning')] : []),
        ...(f.note > 0 ? [(0,prose_words/* count */.U9)(f.note, 'note')] : []),
        ...(f.waived > 0 ? [`${f.waived} waived`] : []),
    ];
    const moved = [
        ...(i.added > 0 ? [`${i.added} added`] : []),
        ...(i.changed > 0 ? [`${i.changed} changed`] : []),
        ...(i.removed > 0 ? [`${i.removed} removed`] : []),
    ];
    const words = verdict === 'pass' ? '✅ Identity review passed' : '❌ Identity review failed';
    const identitiesSaid = moved.length > 0 ? `Identities: ${moved.join(', ')}.` : 'No identity was added, changed or removed.';
    return `## ${words}\n\n${found.length > 0 ? `**${(0,prose_words/* list */.p_)(found)}.**` : '**No findings.**'} ${identitiesSaid}\n`;
}
/** Only where nothing is judged: elsewhere the changes and findings name the identities. */
const identityEntries = ({ mode, identities }, place) => mode === 'inventory' ? identities.map((i) => ({ text: identityLine(i, place), rank: ranks.identity })) : [];
function identityLine(i, place) {
    const owner = i.owner ? `owner ${markdown_text(i.owner.value)} (${markdown_text(i.owner.source)})` : 'no owner';
    const credentials = i.credentials.length > 0 ? `; credentials: ${markdown_text((0,prose_words/* list */.p_)(i.credentials.map((c) => c.name)))}` : '';
    return `- ${(0,reporters_escape/* codeSpan */.SS)((0,reporters_escape/* clip */.$Q)(i.name, markdown_mostText))} ${place(i.location)}<br>${prose_words/* kindWord */.dx[i.kind]}, ${prose_words/* accessWord */.Nn[i.access.level]}; ${owner}${credentials}\n`;
}
function changeEntries({ changes }, place) {
    const rank = (c) => (['!', '+'].includes(signOf(c)) ? ranks.growth : ranks.change);
    return rankedChanges(changes).map((c) => ({
        text: `- ${(0,reporters_escape/* codeSpan */.SS)(signOf(c))} ${markdown_text(c.statement)} ${place(c.location)}\n`,
        rank: rank(c),
    }));
}
const findingEntries = (outcome, level, place) => ranking_open(outcome)
    .filter((f) => f.level === level)
    .map((f) => ({ text: findingLines(f, place), rank: ranks[level] }));
function findingLines(f, place) {
    const controls = f.controls.length > 0 ? ` · ${markdown_text(f.controls.join(', '))}` : '';
    return [
        `- ${place(f.location)} **${markdown_text(f.message)}**`,
        `Fix: ${markdown_text(f.fix)}`,
        ...f.related.slice(0, 3).map((r) => `See ${place(r.location)} ${markdown_text(r.message)}`),
        `<sub>${(0,reporters_escape/* codeSpan */.SS)(f.rule)}${controls}</sub>\n`,
    ].join('<br>');
}
const waivedEntries = (outcome, place) => waived(outcome).map((f) => ({
    text: `- ${place(f.location)} ${(0,reporters_escape/* codeSpan */.SS)(f.rule)} until ${markdown_text(f.waived?.until ?? '')} by ${markdown_text(f.waived?.by ?? '')}: ${markdown_text(f.waived?.reason ?? '')}\n`,
    rank: ranks.waived,
}));
function folded(outcome, left) {
    const entries = gapGroups(outcome.gaps).map((g) => ({ text: gapLine(g), rank: ranks.gap }));
    if (entries.length === 0)
        return { open: '', entries, close: '', left };
    const title = `Not established (${outcome.summary.gaps})`;
    return { open: `\n<details><summary>${title}</summary>\n\n`, entries, close: '\n</details>\n', left };
}
function gapLine({ kind, reason, gaps, count: n }) {
    const [first] = gaps;
    const place = first ? (0,reporters_place/* gapAt */.U)(first) : '';
    const more = n > 1 ? ` and ${(0,prose_words/* count */.U9)(n - 1, 'more place')}` : '';
    return `- ${prose_words/* gapWord */.H8[kind]}: ${markdown_text(reason)}${place === '' ? '' : ` ${(0,reporters_escape/* codeSpan */.SS)((0,reporters_escape/* clip */.$Q)(place, markdown_mostText))}${more}`}\n`;
}
function coverage({ coverage: { files }, summary, base, head, mode }) {
    const read = `${files.read} of ${(0,prose_words/* count */.U9)(files.considered, 'file')} read${summary.gaps > 0 ? `, ${(0,prose_words/* count */.U9)(summary.gaps, 'gap')}` : ''}`;
    const refs = mode === 'review' ? `${reference(base)} → ${reference(head)}` : reference(head);
    return `\n<sub>${read} · ${refs}</sub>\n`;
}
const reference = ({ ref, commit }) => (0,reporters_escape/* codeSpan */.SS)((0,reporters_escape/* clip */.$Q)(commit ? commit.slice(0, 12) : ref, 100));

// EXTERNAL MODULE: ./build/bundle/model/gap.js
var gap = __webpack_require__(9783);
;// CONCATENATED MODULE: ./build/bundle/reporters/sarif-place.js
/** Stands for the checkout in every address; the consumer knows where that is. */
const root = '%SRCROOT%';
/** Encoding cannot be done on half a character; such a name is not UTF-8 and has no better spelling. */
const halves = /\p{Cs}/gu;
const uri = (path) => path.replace(halves, '�').split('/').map(encodeURIComponent).join('/');
const artifact = (path) => ({ uri: uri(path), uriBaseId: root });
/** An end that is not after the start would be refused, so it is left out: the region is then the rest of the line. */
function region({ startLine, startColumn, endLine, endColumn }) {
    if (endLine < startLine)
        return { startLine, startColumn };
    return endLine > startLine || endColumn > startColumn ? { startLine, startColumn, endLine, endColumn } : { startLine, startColumn };
}
/** What stands no longer at head says so, since its line numbers are those of the base. */
const placeOf = (location, message) => ({
    physicalLocation: { artifactLocation: artifact(location.path), region: region(location) },
    ...(message === undefined ? {} : { message: { text: message } }),
    ...(location.side === 'base' ? { properties: { side: 'base' } } : {}),
});
/** The place of a gap: a region, a file, or none. */
function gapPlaceOf({ location }) {
    if (location === null)
        return [];
    return ['startLine' in location ? placeOf(location) : { physicalLocation: { artifactLocation: artifact(location.path) } }];
}

;// CONCATENATED MODULE: ./build/bundle/reporters/sarif.js






/** GitHub refuses what is over its limits as a whole, so that more would lose everything. */
const most = { results: 25_000, related: 1_000, tags: 20, description: 1_024, text: 4_000, notifications: 1_000, gapPlaces: 20 };
/** On GitHub's scale: high, medium, low. */
const sarif_severity = { error: '8.0', warning: '5.5', note: '2.0' };
const sarif = defineReporter({
    id: 'sarif',
    title: 'SARIF 2.1.0 for code scanning',
    render: (outcome, options) => (0,reporters_escape/* jsonText */.s$)(logOf(outcome, options.waived !== 'leave-out')),
});
function logOf(outcome, withWaived) {
    const findings = [...ranking_open(outcome), ...(withWaived ? waived(outcome) : [])];
    const rules = rulesOf(outcome, findings);
    const indexOf = new Map(rules.map((rule, i) => [rule.id, i]));
    return {
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: outcome.tool.name,
                        semanticVersion: outcome.tool.version,
                        rules,
                        notifications: gap/* gapKinds */.Ch.map((kind) => ({ id: kind, shortDescription: { text: `Not established: ${prose_words/* gapWord */.H8[kind]}` } })),
                    },
                },
                columnKind: 'utf16CodeUnits',
                originalUriBaseIds: { [root]: { description: { text: 'The root of the repository.' } } },
                invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(outcome, findings.length) }],
                results: findings.slice(0, most.results).map((f) => resultOf(f, indexOf.get(f.rule) ?? 0)),
                properties: { mode: outcome.mode, verdict: outcome.verdict },
            },
        ],
    };
}
/** Every rule that a finding names; one that came without its words still has its name. */
function rulesOf(outcome, findings) {
    const told = new Map(outcome.rules.map((rule) => [rule.id, descriptorOf(rule)]));
    for (const { rule: id, level } of findings)
        if (!told.has(id))
            told.set(id, { id, defaultConfiguration: { level } });
    return [...told.values()];
}
const descriptorOf = (rule) => ({
    id: rule.id,
    shortDescription: { text: sentence(rule.title, most.description) },
    fullDescription: { text: sentence(rule.why, most.description) },
    help: {
        text: [rule.why, `Fix: ${rule.fix}`, controlsLine(rule.controls)]
            .filter((line) => line !== '')
            .map((line) => sentence(line))
            .join('\n\n'),
        markdown: [
            (0,reporters_escape/* markdown */.wD)((0,reporters_escape/* clip */.$Q)(rule.why, most.text)),
            `**Fix:** ${(0,reporters_escape/* markdown */.wD)((0,reporters_escape/* clip */.$Q)(rule.fix, most.text))}`,
            (0,reporters_escape/* markdown */.wD)(controlsLine(rule.controls)),
        ]
            .filter((line) => line !== '')
            .join('\n\n'),
    },
    defaultConfiguration: { level: rule.level },
    properties: {
        tags: [...new Set(['security', rule.theme, ...rule.controls])].slice(0, most.tags),
        'security-severity': sarif_severity[rule.level],
    },
});
const controlsLine = (controls) => (controls.length === 0 ? '' : `Controls: ${controls.join(', ')}`);
/** SARIF reads `[text](target)` in a message as a link. */
const sentence = (text, limit = most.text) => (0,reporters_escape/* plain */.pj)((0,reporters_escape/* clip */.$Q)(text, limit)).replaceAll('](', ']\u2060(');
function resultOf(f, ruleIndex) {
    const related = unique(f.related.map((r) => placeOf(r.location, sentence(r.message))));
    return {
        ruleId: f.rule,
        ruleIndex,
        level: f.level,
        message: { text: `${sentence(f.message)}\nFix: ${sentence(f.fix)}` },
        locations: [placeOf(f.location, f.location.side === 'base' ? 'As it was before the change.' : undefined)],
        ...(related.length > 0 ? { relatedLocations: related.slice(0, most.related) } : {}),
        partialFingerprints: { 'identityReview/v1': f.fingerprint },
        // Where suppressions are told at all, an empty list says that there is none.
        suppressions: f.waived ? [suppression(f.waived)] : [],
        properties: propertiesOf(f),
    };
}
const suppression = ({ until, by, reason }) => ({
    kind: 'external',
    status: 'accepted',
    justification: sentence(`${reason} (${by}, until ${until})`),
});
const propertiesOf = (f) => ({
    theme: f.theme,
    ...(f.identity === null ? {} : { identity: f.identity }),
    ...(f.controls.length > 0 ? { controls: f.controls } : {}),
});
/** Not established is not a pass: a consumer of the file sees it beside the results. */
function notifications(outcome, results) {
    const groups = gapGroups(outcome.gaps);
    const told = groups.slice(0, most.notifications).map(notificationOf);
    const silent = groups.slice(most.notifications).reduce((n, g) => n + g.count, 0);
    if (silent > 0)
        told.push({ level: 'warning', message: { text: `${(0,prose_words/* count */.U9)(silent, 'more gap')} did not fit into this file.` } });
    const over = results - most.results;
    if (over > 0)
        told.push({ level: 'warning', message: { text: `${(0,prose_words/* count */.U9)(over, 'more finding')} did not fit into this file.` } });
    return told;
}
function notificationOf({ kind, reason, gaps, count: n }) {
    const places = unique(gaps.slice(0, most.gapPlaces).flatMap(gapPlaceOf));
    return {
        descriptor: { id: kind, index: gap/* gapKinds */.Ch.indexOf(kind) },
        level: kind === 'unresolved' ? 'note' : 'warning',
        message: { text: sentence(`${prose_words/* gapWord */.H8[kind]}: ${reason}${n > 1 ? ` (${(0,prose_words/* count */.U9)(n, 'place')})` : ''}`) },
        ...(places.length > 0 ? { locations: places } : {}),
    };
}
/** SARIF wants its lists of locations without repetition. */
const unique = (places) => [
    ...new Map(places.map((place) => [JSON.stringify(place), place])).values(),
];

;// CONCATENATED MODULE: ./build/bundle/reporters/terminal.js





const styles = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };
const levelStyle = { error: 'red', warning: 'yellow', note: 'cyan' };
const signStyle = { '+': 'green', '-': 'dim', '!': 'red', '~': 'yellow' };
/** Longer lists are cut, what matters most stays: errors are always told. */
const terminal_most = { changes: 40, lesser: 40, waived: 10, gaps: 8, related: 3 };
const terminal_mostText = 1_000;
const terminal_text = (said) => (0,reporters_escape/* plain */.pj)((0,reporters_escape/* clip */.$Q)(said, terminal_mostText));
const rest = (n, one, many) => n > 0 ? [`  and ${(0,prose_words/* count */.U9)(n, `more ${one}`, many && `more ${many}`)} (--format json lists them all)`] : [];
const terminal = defineReporter({
    id: 'terminal',
    title: 'for a person at a terminal',
    render(outcome, { color }) {
        const paint = (style, text) => (color ? `\u001B[${styles[style]}m${text}\u001B[0m` : text);
        const blocks = [
            outcome.mode === 'inventory' ? inventory(outcome, paint) : changes(outcome, paint),
            findings(outcome, paint),
            exceptions(outcome, paint),
            gaps(outcome, paint),
            verdict(outcome, paint),
        ];
        return `${blocks
            .filter((b) => b.length > 0)
            .map((b) => b.map(reporters_escape/* logLine */.BP).join('\n'))
            .join('\n\n')}\n`;
    },
});
function changes({ mode, changes: all }, paint) {
    if (all.length === 0)
        return mode === 'review' ? ['No identity changes.'] : [];
    const line = (c) => [
        `  ${paint(signStyle[signOf(c)], signOf(c))} ${terminal_text(c.statement)}`,
        paint('dim', `    ${(0,reporters_place.at)(c.location)}`),
    ];
    const shown = rankedChanges(all).slice(0, terminal_most.changes);
    return [paint('bold', 'Changes'), ...shown.flatMap(line), ...rest(all.length - shown.length, 'change')];
}
function findings(outcome, paint) {
    const all = ranking_open(outcome);
    if (all.length === 0)
        return [];
    const errors = all.filter((f) => f.level === 'error').length;
    const shown = all.slice(0, Math.max(errors, terminal_most.lesser));
    const lines = (f) => [
        `  ${paint(levelStyle[f.level], f.level.padEnd(8))}${paint('bold', (0,reporters_place.at)(f.location))}  ${terminal_text(f.message)}`,
        `          fix: ${terminal_text(f.fix)}`,
        paint('dim', `          ${terminal_text([f.rule, ...(f.controls.length > 0 ? [f.controls.slice(0, 3).join(', ')] : [])].join(' · '))}`),
        ...f.related.slice(0, terminal_most.related).map((r) => paint('dim', `          ${(0,reporters_place.at)(r.location)}  ${terminal_text(r.message)}`)),
    ];
    return [paint('bold', 'Findings'), ...shown.flatMap(lines), ...rest(all.length - shown.length, 'finding')];
}
function exceptions(outcome, paint) {
    const all = waived(outcome);
    if (all.length === 0)
        return [];
    const shown = all.slice(0, terminal_most.waived);
    const why = ({ waived: w }) => (w ? `until ${w.until} by ${w.by}: ${w.reason}` : '');
    const line = (f) => `  ${(0,reporters_place.at)(f.location)}  ${terminal_text(`${f.rule}, ${why(f)}`)}`;
    return [paint('bold', 'Waived'), ...shown.map(line), ...rest(all.length - shown.length, 'waived finding')];
}
function gaps(outcome, paint) {
    const groups = gapGroups(outcome.gaps);
    if (groups.length === 0)
        return [];
    const silent = groups.slice(terminal_most.gaps).reduce((n, g) => n + g.count, 0);
    return [
        paint('bold', 'Not established'),
        ...groups.slice(0, terminal_most.gaps).flatMap((g) => {
            const [first] = g.gaps;
            const places = `${first ? (0,reporters_place/* gapAt */.U)(first) : ''}${g.count > 1 ? ` and ${(0,prose_words/* count */.U9)(g.count - 1, 'more place')}` : ''}`;
            return [`  ${prose_words/* gapWord */.H8[g.kind]}: ${terminal_text(g.reason)}`, ...(places ? [paint('dim', `    ${places}`)] : [])];
        }),
        ...rest(silent, 'gap'),
    ];
}
function inventory({ identities }, paint) {
    if (identities.length === 0)
        return ['No identities were found.'];
    return [
        paint('bold', (0,prose_words/* count */.U9)(identities.length, 'identity', 'identities')),
        ...identities.flatMap((i) => [
            `  ${paint('bold', terminal_text(i.name))}  ${prose_words/* kindWord */.dx[i.kind]}, ${prose_words/* accessWord */.Nn[i.access.level]}`,
            paint('dim', `    ${terminal_text(i.key)}  ${(0,reporters_place.at)(i.location)}`),
            `    owner: ${terminal_text(ownerAndCredentials(i))}`,
        ]),
    ];
}
const ownerAndCredentials = ({ owner, credentials }) => [
    owner ? `${owner.value} (${owner.source})` : 'none',
    ...(credentials.length > 0 ? [`credentials: ${credentials.map((c) => c.name).join(', ')}`] : []),
].join('; ');
function verdict(outcome, paint) {
    const { identities, findings: f, gaps: g } = outcome.summary;
    const { files } = outcome.coverage;
    const word = outcome.verdict === 'pass' ? paint('green', 'PASS') : paint('red', 'FAIL');
    const found = [
        (0,prose_words/* count */.U9)(f.error, 'error'),
        (0,prose_words/* count */.U9)(f.warning, 'warning'),
        (0,prose_words/* count */.U9)(f.note, 'note'),
        ...(f.waived > 0 ? [`${f.waived} waived`] : []),
    ];
    const moved = `identities: ${identities.added} added, ${identities.changed} changed, ${identities.removed} removed`;
    const seen = `${files.read} of ${(0,prose_words/* count */.U9)(files.considered, 'file')} read${g > 0 ? `, ${(0,prose_words/* count */.U9)(g, 'gap')}` : ''}`;
    return outcome.mode === 'inventory' ? [seen] : [`${paint('bold', word)}  ${found.join(', ')}  |  ${moved}  |  ${seen}`];
}

;// CONCATENATED MODULE: ./build/bundle/reporters/index.js
/** Every reporter. A test compares this list with the files of this room. */









const reporters = [terminal, json, sarif, markdown, html, csv, junit, gitlab, annotations];
/** The words after `--format`. */
const formats = reporters.map((r) => r.id);


/***/ }),

/***/ 139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ gapAt),
/* harmony export */   at: () => (/* binding */ at)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1697);

/** `infra/deploy.tf:12`; `(base)` where it stands no longer. */
const at = (location) => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(location.path)}:${location.startLine}${location.side === 'base' ? ' (base)' : ''}`;
const gapAt = (gap) => gap.location === null ? '' : 'startLine' in gap.location ? at(gap.location) : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(gap.location.path);


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
