// The walls of the house (docs/design.md). Each tells the trespasser what to do instead.
const floors = {
  model: [],
  ports: ['model'],
  data: ['model'],
  syntax: ['model'],
  credentials: ['model', 'data', 'ports'],
  readers: ['model', 'syntax'],
  providers: ['model', 'data'],
  reporters: ['model', 'data'],
  access: ['model', 'data'],
  ownership: ['model', 'syntax'],
  collect: ['model', 'ports', 'syntax', 'readers', 'credentials'],
  inventory: ['model', 'syntax', 'providers', 'credentials'],
  policy: ['model', 'data', 'syntax', 'credentials'],
  edges: ['model', 'ports', 'data'],
};
const instead = {
  model: 'The ground floor holds nouns alone. Move the code that needs this to the room that does the work.',
  syntax: 'A syntax knows characters and trees. What a tool means by them belongs to readers/.',
  readers: 'A reader knows its tool and nothing of clouds. Emit a Resource; its meaning is a row in providers/.',
  providers: 'A provider says what a resource means. If it needs another resource, emit a link or an assignment and let assemble join.',
  reporters: 'A reporter reads the Outcome and nothing else. Put what it lacks into the Outcome.',
  access: 'Access reasons about grants. It is handed subjects and returns subjects; review.ts calls it.',
  ownership: 'Ownership reads tags, comments and the registry it is handed; review.ts calls it.',
  inventory: 'The inventory joins facts. Pass what you need in as a function from review.ts.',
  policy: 'Policy judges subjects. Whatever it must know has to be on the subject before.',
  edges: 'Edges implement ports.ts. Logic belongs inside.',
  ports: 'Ports are shapes only.',
  data: 'Data is generated and imports nothing.',
  collect: 'Collect fetches and parses; it knows which files, never what they mean.',
  credentials: 'Credentials sees bytes and yields sightings.',
};
const rooms = Object.keys(floors);
const room = (name) => (name === 'ports' ? '^src/ports\\.ts$' : `^src/${name}/`);
const walls = rooms.map((name) => ({
  name: `${name}-stays-in-its-room`,
  comment: instead[name],
  severity: 'error',
  from: { path: room(name) },
  to: { path: '^src/', pathNot: [room(name), ...floors[name].map(room)] },
}));

module.exports = {
  forbidden: [
    ...walls,
    { name: 'no-circles', comment: 'Move the shared noun to model/.', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', comment: 'Nothing reaches this file: delete it or register it.', severity: 'error', from: { orphan: true, path: '^src/' }, to: {} },
    {
      name: 'one-reader-knows-no-other',
      comment: 'Readers share through readers/reader.ts or syntax/, never through each other.',
      severity: 'error',
      from: { path: '^src/readers/([^/]+)/' },
      to: { path: '^src/readers/[^/]+/', pathNot: '^src/readers/$1/' },
    },
    {
      name: 'one-provider-knows-no-other',
      comment: 'Providers meet in the facts they emit: say a link whose handle the other provider declares.',
      severity: 'error',
      from: { path: '^src/providers/([^/]+)/' },
      to: { path: '^src/providers/[^/]+/', pathNot: '^src/providers/$1/' },
    },
    {
      name: 'the-world-is-behind-edges',
      comment: 'Take what you need as a parameter (ports.ts); only edges/ and the doors touch files, processes, the network or the clock.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(edges|tools)/|^src/(main|cli)\\.ts$' },
      // Reading flags, joining names and unpacking are pure.
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(util|path|zlib)$' },
    },
    {
      name: 'actions-toolkit-behind-edges',
      comment: 'Only edges/ speaks to the Actions runtime and to GitHub.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/edges/' },
      to: { path: 'node_modules/@(actions|octokit)/' },
    },
    {
      name: 'edges-only-from-the-doors',
      comment: 'main.ts and cli.ts open the edges and hand them in.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(edges|tools|doors)/|^src/(main|cli)\\.ts$' },
      to: { path: '^src/edges/' },
    },
    {
      name: 'run-time-never-needs-tools',
      comment: 'tools/ is for developers and is not shipped.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/tools/' },
      to: { path: '^src/tools/|^__tests__/' },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'A path that leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: { parser: 'swc', tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
    doNotFollow: { path: 'node_modules' }, exclude: { path: '[.]d[.]ts$' } },
};
