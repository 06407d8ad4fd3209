import{createRequire as requireOfBundle}from'node:module';const require=requireOfBundle(import.meta.url);
import{configPath,outcomeOf}from"./chunk-X34XZPMH.js";import{registryPath,writeNew}from"./chunk-A4PA64PC.js";import"./chunk-3RQNAPFN.js";import"./chunk-C75D2TRC.js";import"./chunk-UZPIS7K5.js";import"./chunk-O6IRCN6M.js";import"./chunk-D7SWVBQI.js";import{jsonText,plain}from"./chunk-S7X6IEHG.js";import{UsageError}from"./chunk-RKQX4D4R.js";import"./chunk-2TB4M3XV.js";import"./chunk-GU6UACZA.js";import"./chunk-LBKKYXMD.js";import"./chunk-2WU4BI3X.js";import{join}from"node:path";var starterWorkflow=`name: identity-review
on:
  pull_request:
  merge_group:
permissions:
  contents: read
jobs:
  review:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: identity-review/identity-review@v0
`;var starterConfig=`# What identity-review judges, and how strictly. Read from the base of each change.
preset: recommended
fail-on: error
`;function starterRegistry(identities){const ownerless=identities.filter(i=>!i.owner&&i.kind!=="external");const entries=ownerless.map(i=>`  # ${plain(i.name)}: fill in and uncomment.
  # - identity: ${jsonText(i.key).trim()}
  #   owner:
  #   purpose:
  #   review-by:
`);return`# Owners, purposes and dates of identities that cannot carry them where they are declared.
identities: []
${entries.join("")}`}async function init(options,io){if(options.words.length>1)throw new UsageError("init takes one folder.");const root=options.words[0]??".";const{identities}=await outcomeOf("inventory",options,io);const files={".github/workflows/identity-review.yml":starterWorkflow,[configPath]:starterConfig,[registryPath]:starterRegistry(identities)};for(const[path,text]of Object.entries(files)){if(writeNew(join(root,path),text))io.out(`wrote ${path}
`);else io.note(`${path} is there already and stays as it is.`)}return 0}export{init};
