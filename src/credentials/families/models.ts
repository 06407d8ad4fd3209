/** Models, agents and what serves them. */
import { families } from './family.js';

export const modelFamilies = [
  ...families('openai', [
    [
      'openai-api-key',
      'OpenAI API key',
      'apiKey',
      [
        "'sk-proj-'|'sk-svcacct-'|'sk-admin-' u64{74} 'T3BlbkFJ' u64{73,74}",
        "'sk-proj-'|'sk-svcacct-'|'sk-admin-' u64{58} 'T3BlbkFJ' u64{58}",
        "'sk-proj-'|'sk-svcacct-'|'sk-admin-' u64{20} 'T3BlbkFJ' u64{20,26}",
      ],
    ],
    ['openai-key-other-length', 'OpenAI API key (other length)', 'apiKey', "u64{14,110} @'T3BlbkFJ' u64{18,110}", { weak: true }],
    [
      'openai-user-key',
      'OpenAI API key (older form)',
      'personal',
      ["'sk-' b62{20} 'T3BlbkFJ' b62{20}", "'sk-' lower{3,20} '-' b62{20} 'T3BlbkFJ' b62{20}"],
    ],
  ]),
  ...families('anthropic', [
    ['anthropic-api-key', 'Anthropic API key', 'apiKey', "'sk-ant-api03-' u64{93} 'AA'"],
    ['anthropic-admin-key', 'Anthropic admin API key', 'apiKey', "'sk-ant-admin01-' u64{93} 'AA'"],
    ['anthropic-oauth-token', 'Anthropic OAuth token', 'access', "'sk-ant-oat01-' u64{93} 'AA'"],
  ]),
  ...families('openrouter', [['openrouter-api-key', 'OpenRouter API key', 'apiKey', ["'sk-or-v1-' hex{64}", "'sk-or-v1-' u64{40,80}"]]]),
  ...families('huggingface', [
    ['hugging-face-token', 'Hugging Face user access token', 'personal', "'hf_' alpha{34}"],
    ['hugging-face-organisation-token', 'Hugging Face organization token', 'service', "'api_org_' alpha{34}"],
  ]),
  ...families('groq', [['groq-api-key', 'Groq API key', 'apiKey', "'gsk_' b62{52}"]]),
  ...families('xai', [['xai-api-key', 'xAI API key', 'apiKey', "'xai-' u64{70,120}"]]),
  ...families('cerebras', [['cerebras-api-key', 'Cerebras API key', 'apiKey', "'csk-' lownum{48}"]]),
  ...families('replicate', [['replicate-token', 'Replicate API token', 'apiKey', "'r8_' u64{37}"]]),
  ...families('perplexity', [['perplexity-api-key', 'Perplexity API key', 'apiKey', "'pplx-' b62{48}"]]),
  ...families('nvidia', [['nvidia-api-key', 'NVIDIA API key', 'apiKey', "'nvapi-' u64{60,70}"]]),
  ...families('tavily', [['tavily-api-key', 'Tavily API key', 'apiKey', ["'tvly-' b62{32}", "'tvly-dev-'|'tvly-prod-' u64{30,40}"]]]),
  ...families('together', [['together-api-key', 'Together AI API key', 'apiKey', "'tgp_v1_' u64{43}"]]),
  ...families('fireworks', [['fireworks-api-key', 'Fireworks AI API key', 'apiKey', "'fw_' b62{24}"]]),
  ...families('friendli', [['friendli-token', 'Friendli token', 'personal', "'flp_' b62{46}"]]),
  ...families('firecrawl', [['firecrawl-api-key', 'Firecrawl API key', 'apiKey', "'fc-' hex{32}"]]),
  ...families('voyage', [['voyage-api-key', 'Voyage AI API key', 'apiKey', "'pa-' u64{43}", { weak: true, near: ['voyage'] }]]),
  ...families('jina', [['jina-api-key', 'Jina AI API key', 'apiKey', "'jina_' u64{60}"]]),
  ...families('pinecone', [['pinecone-api-key', 'Pinecone API key', 'apiKey', "'pcsk_' b62{5,6} '_' b62{63}"]]),
  ...families('langsmith', [
    ['langsmith-personal-token', 'LangSmith personal token', 'personal', "'lsv2_pt_' hex{32} '_' hex{10}"],
    ['langsmith-service-key', 'LangSmith service key', 'serviceAccount', "'lsv2_sk_' hex{32} '_' hex{10}"],
  ]),
  ...families('langfuse', [
    ['langfuse-secret-key', 'Langfuse secret key', 'apiKey', "'sk-lf-' uuid"],
    ['langfuse-public-key', 'Langfuse public key', 'identifier', "'pk-lf-' uuid"],
  ]),
  ...families('wandb', [['wandb-api-key', 'Weights & Biases API key', 'personal', "'wandb_v1_' word{77}"]]),
  ...families('coze', [['coze-token', 'Coze personal access token', 'personal', "'pat_' b62{64}", { near: ['coze'] }]]),
  ...families('cursor', [['cursor-api-key', 'Cursor API key', 'apiKey', "'key_' hex{64}"]]),
  ...families('devin', [
    ['devin-user-key', 'Devin API key', 'personal', "'apk_user_'|'apk_' b64pad{60,200}"],
    ['devin-service-key', 'Devin service user key', 'serviceAccount', "'cog_' [abcdefghijklmnopqrstuvwxyz234567]{52}"],
  ]),
  ...families('brave', [
    ['brave-search-key', 'Brave Search API key', 'apiKey', "'BSA' u64{24,40}", { near: ['brave', 'key', 'token', 'search'] }],
  ]),
  ...families('databento', [['databento-api-key', 'Databento API key', 'apiKey', "'db-' b62{29}"]]),
  ...families('minimax', [['minimax-api-key', 'MiniMax API key', 'apiKey', "'sk-api-' u64{119}"]]),
  ...families('sk-prefixed', [
    [
      'model-api-key',
      'API key of a model provider',
      'apiKey',
      ["'sk-' hex{32}", "'sk-' b62{48}", "'sk-' b62{64}"],
      {
        near: [
          'deepseek',
          'moonshot',
          'kimi',
          'stability',
          'stable',
          'dreamstudio',
          'dashscope',
          'qwen',
          'llm',
          'api_key',
          'apikey',
          'api-key',
          'token',
          'secret',
          'bearer',
          '_key',
        ],
      },
    ],
    ['pyx-key', 'pyx key', 'deploy', "'sk-pyx-' b62{50,80}"],
  ]),
  ...families('composio', [['composio-api-key', 'Composio API key', 'apiKey', "'ak_' u64{20}", { near: ['composio'] }]]),
  ...families('e2b', [['e2b-api-key', 'E2B API key', 'apiKey', "'e2b_' hex{40}"]]),
];
