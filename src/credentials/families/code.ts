/** Where code lives, is built and is published. */
import { families } from './family.js';

const trusted = (
  replacement:
    | 'npm-trusted-publishing'
    | 'pypi-trusted-publishing'
    | 'crates-trusted-publishing'
    | 'rubygems-trusted-publishing'
    | 'nuget-trusted-publishing',
) => ({ replacement });
const routable = "u64{27,300} '.' lownum{2} '.' lownum{9}";

export const codeFamilies = [
  ...families('github', [
    [
      'github-personal-access-token',
      'GitHub personal access token (classic)',
      'personal',
      "'ghp_' b62{36}",
      { check: 'base62-crc32', replacement: 'github-token' },
    ],
    [
      'github-fine-grained-token',
      'GitHub fine-grained personal access token',
      'personal',
      "'github_pat_' b62{22} '_' b62{59}",
      { replacement: 'github-token' },
    ],
    ['github-oauth-token', 'GitHub OAuth access token', 'access', "'gho_' b62{36}", { check: 'base62-crc32' }],
    ['github-user-token', 'GitHub App user-to-server token', 'access', "'ghu_' b62{36}", { check: 'base62-crc32' }],
    [
      'github-installation-token',
      'GitHub App installation token',
      'access',
      "'ghs_' b62{36}",
      { check: 'base62-crc32', replacement: 'github-installation' },
    ],
    [
      'github-installation-jwt',
      'GitHub App installation token (stateless)',
      'access',
      "'ghs_' d{1,12} '_' 'eyJ' u64{10,} '.' 'eyJ' u64{10,} '.' u64{10,}",
      { decode: 'github-installation', replacement: 'github-installation' },
    ],
    ['github-refresh-token', 'GitHub refresh token', 'refresh', ["'ghr_' b62{36}", "'ghr_' b62{76}"], { check: 'base62-crc32' }],
  ]),
  ...families('gitlab', [
    ['gitlab-personal-access-token', 'GitLab personal access token', 'personal', "'glpat-' u64{20}", { replacement: 'gitlab-id-token' }],
    [
      'gitlab-routable-token',
      'GitLab personal access token (routable)',
      'personal',
      [
        "'glpat-' u64{27,300} '.' lownum{2} '.' lownum{9}",
        "'glpat-' u64{20,300} '.' lownum{2} '.' b62{9}",
        "'glpat-' u64{27,300} '.' lownum{9}",
      ],
      { check: 'base36-crc32', replacement: 'gitlab-id-token' },
    ],
    ['gitlab-runner-routable-token', 'GitLab runner authentication token (routable)', 'join', `'glrt-t' d{1,2} '_' ${routable}`],
    [
      'gitlab-runner-routable-token-short',
      'GitLab runner authentication token (routable, older)',
      'join',
      "'glrt-t' d{1,2} '_' u64{27,300} '.' lownum{9}",
    ],
    ['gitlab-runner-token', 'GitLab runner authentication token', 'join', ["'glrt-' u64{20}", "'glrtr-' u64{20,50}"]],
    ['gitlab-runner-registration-token', 'GitLab runner registration token', 'join', "'GR1348941' u64{20}"],
    ['gitlab-pipeline-trigger-token', 'GitLab pipeline trigger token', 'deploy', "'glptt-' u64{20,50}"],
    ['gitlab-deploy-token', 'GitLab deploy token', 'deploy', "'gldt-' u64{20,50}"],
    ['gitlab-feed-token', 'GitLab feed token', 'personal', "'glft-' u64{20,70}"],
    ['gitlab-agent-token', 'GitLab agent token', 'join', "'glagent-' u64{20,70}"],
    ['gitlab-incoming-mail-token', 'GitLab incoming mail token', 'service', "'glimt-' u64{20,50}"],
    ['gitlab-feature-flags-token', 'GitLab feature flags client token', 'apiKey', "'glffct-' u64{20,50}"],
    ['gitlab-scim-token', 'GitLab SCIM token', 'service', "'glsoat-' u64{20,50}"],
    ['gitlab-oauth-secret', 'GitLab OAuth application secret', 'clientSecret', "'gloas-' u64{64}"],
    ['gitlab-job-token', 'GitLab CI/CD job token', 'access', ["'glcbt-' anyhex{1,5} '_' u64{20}", "'glcbt-' u64{20,40}"]],
    ['gitlab-workspace-token', 'GitLab workspace token', 'join', "'glwt-' u64{20,70}"],
    ['gitlab-session-cookie', 'GitLab session cookie', 'session', "'_gitlab_session=' hex{32}"],
  ]),
  ...families('bitbucket', [
    ['bitbucket-app-password', 'Bitbucket app password', 'personal', "'ATBB' b62{24} anyhex{8}", { check: 'hex-crc32-whole' }],
    ['bitbucket-server-token', 'Bitbucket Data Center access token', 'personal', "'BBDC-' b64{44}", { decode: 'atlassian-server' }],
  ]),
  ...families('npm', [
    ['npm-access-token', 'npm access token', 'deploy', "'npm_' b62{36}", { check: 'base62-crc32', ...trusted('npm-trusted-publishing') }],
  ]),
  ...families('pypi', [
    [
      'pypi-upload-token',
      'PyPI upload token',
      'deploy',
      ["'pypi-AgEIcHlwaS5vcmc' u64{50,}", "'pypi-AgENdGVzdC5weXBpLm9yZw' u64{50,}", "'pypi-Ag' u64{90,}"],
      { decode: 'pypi-macaroon', ...trusted('pypi-trusted-publishing') },
    ],
  ]),
  ...families('crates', [['crates-io-token', 'crates.io API token', 'deploy', "'cio' b62{32}", trusted('crates-trusted-publishing')]]),
  ...families('rubygems', [
    ['rubygems-api-key', 'RubyGems API key', 'deploy', "'rubygems_' hex{48}", trusted('rubygems-trusted-publishing')],
  ]),
  ...families('nuget', [['nuget-api-key', 'NuGet API key', 'deploy', "'oy2' lownum{43}", trusted('nuget-trusted-publishing')]]),
  ...families('clojars', [['clojars-deploy-token', 'Clojars deploy token', 'deploy', "'CLOJARS_' lownum{60}"]]),
  ...families('packagist', [
    ['packagist-token', 'Packagist token', 'deploy', "'packagist_'|'packagist_ort_'|'packagist_uut_'|'packagist_oat_' hex{40,80}"],
  ]),
  ...families('cloudsmith', [['cloudsmith-api-key', 'Cloudsmith API key', 'deploy', "'csa_' hex{30} b62{6}"]]),
  ...families('thunderstore', [['thunderstore-token', 'Thunderstore API token', 'deploy', "'tss_' b62{32,64}"]]),
  ...families('jfrog', [
    ['artifactory-api-key', 'Artifactory API key', 'deploy', "'AKCp' b62{66,70}"],
    ['artifactory-reference-token', 'Artifactory reference token', 'deploy', "'cmVmd' b62{59}"],
  ]),
  ...families('docker', [
    ['docker-hub-personal-access-token', 'Docker Hub personal access token', 'personal', "'dckr_pat_' u64{27}"],
    ['docker-hub-organisation-token', 'Docker Hub organization access token', 'service', "'dckr_oat_' u64{32}"],
    ['docker-swarm-join-token', 'Docker Swarm join token', 'join', "'SWMTKN-1-' lownum{50} '-' lownum{25}"],
    ['docker-swarm-unlock-key', 'Docker Swarm unlock key', 'encryption', "'SWMKEY-1-' b64{38,50}"],
  ]),
  ...families('buildkite', [
    ['buildkite-user-token', 'Buildkite API access token', 'personal', "'bkua_' hex{40}", { replacement: 'buildkite-oidc' }],
    [
      'buildkite-agent-token',
      'Buildkite agent, cluster or job token',
      'join',
      ["'bkaa_'|'bkaj_'|'bkar_'|'bkct_'|'bkpt_'|'bkps_' u64{20,80}", "'bkpat_'|'bkua_' b62{41,80}"],
      { replacement: 'buildkite-oidc' },
    ],
  ]),
  ...families('circleci', [
    [
      'circleci-personal-token',
      'CircleCI personal API token',
      'personal',
      "'CCIPAT_' b62{22} '_' hex{40}",
      { decode: 'token-id', replacement: 'circleci-oidc' },
    ],
    [
      'circleci-project-token',
      'CircleCI project API token',
      'service',
      "'CCIPRJ_' b62{22} '_' hex{40}",
      { decode: 'token-id', replacement: 'circleci-oidc' },
    ],
  ]),
  ...families('octopus', [
    ['octopus-deploy-api-key', 'Octopus Deploy API key', 'deploy', "'API-' upnum{26}", { weak: true, replacement: 'octopus-oidc' }],
  ]),
  ...families('harness', [
    ['harness-token', 'Harness access token', 'service', "'pat.'|'sat.' u64{22} '.' hex{24} '.' b62{20}", { decode: 'harness-account' }],
  ]),
  ...families('sonar', [['sonarqube-token', 'SonarQube token', 'personal', "'squ_'|'sqp_'|'sqa_' hex{40}"]]),
  ...families('sourcegraph', [
    [
      'sourcegraph-access-token',
      'Sourcegraph access token',
      'personal',
      ["'sgp_' hex{40}", "'sgp_' hex{16} '_' hex{40}", "'sgp_local_' hex{40}"],
    ],
  ]),
  ...families('codeclimate', [['code-climate-token', 'Code Climate reporter token', 'deploy', "'cct_' b62{32,64}"]]),
  ...families('mergify', [['mergify-application-key', 'Mergify application key', 'service', "'mergify_application_key_' word{32,80}"]]),
  ...families('scalingo', [['scalingo-token', 'Scalingo API token', 'personal', "'tk-us-' u64{48}"]]),
  ...families('terraform-cloud', [
    [
      'terraform-cloud-token',
      'HCP Terraform API token',
      'service',
      "b62{14} @'.atlasv1.' [ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-=_]{60,70}",
      { decode: 'token-id', replacement: 'terraform-workload-identity' },
    ],
  ]),
  ...families('pulumi', [['pulumi-access-token', 'Pulumi access token', 'service', "'pul-' hex{40}", { replacement: 'pulumi-oidc' }]]),
  ...families('infracost', [['infracost-api-key', 'Infracost API key', 'apiKey', "'ico-' b62{32}"]]),
  ...families('endorlabs', [['endor-labs-api-key', 'Endor Labs API key', 'apiKey', "'endr+' u64{16}"]]),
  ...families('aikido', [
    ['aikido-ci-token', 'Aikido CI token', 'deploy', "'AIK_CI_' b62{20,64}"],
    ['aikido-client-secret', 'Aikido client secret', 'clientSecret', "'AIK_SECRET_' b62{64}"],
    ['aikido-client-id', 'Aikido client id', 'identifier', "'AIK_CLIENT_' b62{24}", { halfOf: 'aikido-client-secret' }],
  ]),
  ...families('dependency-track', [['dependency-track-api-key', 'Dependency-Track API key', 'apiKey', "'odt_' b62{32,255}"]]),
  ...families('coderabbit', [['coderabbit-api-key', 'CodeRabbit API key', 'apiKey', "'cr-' hex{58}"]]),
  ...families('snyk', [['snyk-service-token', 'Snyk API token', 'service', "'snyk_uat.'|'snyk_sat.' b62{8} '.' token{40,200}"]]),
  ...families('prefect', [['prefect-api-key', 'Prefect API key', 'apiKey', "'pnu_'|'pnb_' b62{36}"]]),
  ...families('unkey', [['unkey-root-key', 'Unkey root key', 'apiKey', "'unkey_' b62{22,64}"]]),
  ...families('valtown', [['val-town-token', 'Val Town API token', 'personal', "'vtwn_' b62{27,64}"]]),
  ...families('wakatime', [
    ['wakatime-api-key', 'WakaTime API key', 'personal', "'waka_' uuid"],
    ['wakatime-api-key-long', 'WakaTime API key', 'personal', "'waka_' lownum{36,40}"],
    ['wakatime-token', 'WakaTime OAuth token', 'access', "'waka_tok_'|'waka_sec_'|'waka_ref_' u64{60,120}"],
  ]),
  ...families('jetbrains', [
    ['jetbrains-token', 'JetBrains permanent token', 'personal', "'perm:'|'perm-' b64pad{4,80} '.' b64pad{4,80} '.' b62{30,60}"],
  ]),
];
