import{createRequire as requireOfBundle}from'node:module';const require=requireOfBundle(import.meta.url);
import{reporters}from"./chunk-UZPIS7K5.js";import"./chunk-D7SWVBQI.js";import"./chunk-S7X6IEHG.js";import"./chunk-2WU4BI3X.js";var help=()=>`identity-review reviews a change for new and changed non-human identities.

Usage
  identity-review review [REPO] [--base REF] [--head REF]     a change in a git repository
  identity-review review --base-dir DIR --head-dir DIR        a change between two folders
  identity-review scan [PATH] [--head REF]                    everything, judged as if all of it were new
  identity-review inventory [PATH] [--head REF]               every identity, without a verdict
  identity-review explain RULE | IDENTITY-KEY [PATH]          why a rule exists | all that is known of an identity
  identity-review policy check|test|docs [PATH]               a folder of policies: is it right, do its examples hold, its pages
  identity-review init [PATH]                                 a workflow, a starter config, a registry of the identities without owner
  identity-review baseline [PATH]                             accept what stands now: writes .github/identity-baseline.yml

Flags
  --config FILE          configuration (default: .github/identity-review.yml of the base)
  --policies PATH        further policies, repeatable
  --preset NAME          recommended (default) or strict
  --fail-on LEVEL        error (default), warning, note or never
  --format FORMAT        ${reporters.map(r=>r.id).join(", ")}
  --output FORMAT=FILE   a further report into a file, repeatable
  --now RFC3339          fixes the clock
  --quiet  --no-color  --version  --help

Exit code
  0 pass   1 a policy failed   2 wrong usage or configuration   3 a bug in identity-review
`;export{help};
