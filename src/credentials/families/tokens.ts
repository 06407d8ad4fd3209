/** Signed and sealed tokens that anybody may issue. */
import { families, familyOf } from './family.js';

export const tokenFamilies = [
  ...families('generic', [
    [
      'json-web-token',
      'JSON Web Token',
      'session',
      ["'eyJ' u64{10,} '.eyJ' u64{10,} '.' u64pad{6,}", "'ewogI' u64{10,} '.ew' u64{10,} '.' u64pad{6,}"],
      { decode: 'jwt', lifetime: 'unknown' },
    ],
    ['encrypted-json-web-token', 'JSON Web Token (encrypted)', 'session', "'eyJ' u64{10,} '..' u64{10,} '.' u64{10,} '.' u64{10,}"],
    [
      'crypt-hash',
      'password hash (crypt)',
      'password',
      [
        "'$2a$'|'$2b$'|'$2y$' d{2} '$' [./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789]{53}",
        "'$1$'|'$apr1$' [./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789]{1,8} '$' [./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789]{22}",
        "'$5$'|'$6$' [./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789=]{1,32} '$' [./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789]{43,86}",
      ],
      { weak: true },
    ],
    ['ntlm-message', 'NTLM authentication message', 'session', "'TlRMTVNTUAAD' b64pad{40,}"],
    [
      'tink-keyset',
      'Tink keyset',
      'encryption',
      ["'eyJwcmltYXJ5S2V5SWQi' b64pad{60,}", "'W3sgInByaW1hcnlLZXlJZCI' b64pad{60,}", "'eyAicHJpbWFyeUtleUlkIi' b64pad{60,}"],
    ],
  ]),
];

/** What a JWT turns out to be, once its claims are read. */
export const supabaseAnonymous = familyOf('supabase-anonymous-key', 'Supabase anonymous key', 'supabase', 'identifier');
export const supabaseService = familyOf('supabase-service-key', 'Supabase service role key', 'supabase', 'apiKey');
export const kubernetesToken = {
  ...familyOf('kubernetes-service-account-token', 'Kubernetes service account token', 'kubernetes', 'serviceAccount'),
  replacement: 'kubernetes-token-request',
};
