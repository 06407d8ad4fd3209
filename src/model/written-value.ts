/**
 * One answer for the whole house to "is this text a value, or does it stand in for one?". It looks at the text alone: what a value proves,
 * and how much it looks like chance, is the business of `credentials/`.
 */

/** Longer values are judged by their beginning. */
const longestLook = 4096;

/** `reference`: something else puts the value here · `placeholder`: a person should · `pointer`: it says where the value is · `setting`: a switch or a small number. */
export interface StandIn {
  readonly is: 'reference' | 'placeholder' | 'pointer' | 'setting';
  /** For a person; no part of the value is in it. */
  readonly because: string;
}

/** Places that are filled in by something else, wherever in the text they stand. */
const filledAnywhere: readonly (readonly [syntax: RegExp, because: string])[] = [
  [/[$#]\{/, 'a variable is filled in here'],
  [/\$\(/, 'the output of a command is filled in here'],
  [/\{\{|\{%|<%|\[\[/, 'a template is filled in here'],
];

/** Texts that are a reference as a whole. */
const filledWhole: readonly (readonly [syntax: RegExp, because: string])[] = [
  [/^\$[A-Za-z_][\w:]*$|^\$\d$/, 'a variable is named'],
  [/^(?:##|@@|__|[%@])[\w.-]+(?:##|@@|__|[%@])$|^%\(\w+\)[sd]$|^%[sdvq]$|^\{[A-Za-z_][\w.]*\}$|^:[a-z_]+$/, 'a template is filled in here'],
  [/^(?:ENC[[(]|\{cipher\}|AgB[A-Za-z0-9+/]{80}|\$ANSIBLE_VAULT)/, 'the value is encrypted'],
  [
    /^(?:op|vault|awssm|awsssm|gcpsm|azurekv|keyvault|secretref|secretsmanager|ssm|sm|kms|ref\+\w+|bws|doppler|infisical|akeyless|conjur|keyring|secret|secrets|bao|k8s|sops|env|valueFrom|file|fileb|cmd|exec):/i,
    'a secret store is named',
  ],
  [/^arn:|^@Microsoft\.KeyVault\(|^projects\/[\w-]+\/secrets\/|^!(?:Ref|Sub|GetAtt|vault|ENV|env|secret)\b/, 'a secret store is named'],
  [
    /^(?:process\.env|import\.meta\.env|os\.(?:environ|getenv)|System\.(?:getenv|getProperty)|Environment\.|ENV\[|\$_(?:ENV|SERVER)\[|\$env:|(?:get)?env\(|lookup\(|secrets\.[A-Za-z_]|vars\.[A-Za-z_]|credentials\(|config\()/i,
    'the environment or a setting is asked',
  ],
  [/^<[^<>]*>$|^\[[^[\]]*\]$/, 'brackets say what to put here'],
];

/** A path, a web address without a password in it. */
const pointer = /^(?:~|\.{1,2})?\/[\w.@-]+(?:\/[\w.@-]+)*\/?$|^[A-Za-z]:\\|^[a-z][a-z0-9+.-]*:\/\/[^@\s]*$/;
const setting = /^(?:true|false|yes|no|on|off|enabled?|disabled?|required|optional|default|inherit|auto|write|read|-?\d{1,4})$/i;

/** Sentences that tell a reader to put something here. */
const invitation =
  /^(?:your|my|replace|insert|enter|put|add|set|change|fill|update|paste)(?:[-_ ]?(?:your|own|with|this|me|it|here|in|the|a|by|value))*(?:[-_ .]|$)|^to[-_ ]?(?:do|be[-_ ])/i;
/** What `my-` begins may be a password that somebody chose. */
const possessive = /^my[-_ .]/i;
const standInWords =
  /change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this)|place[-_ ]?holder|example|sample|dummy|fake|redacted|removed|masked|hidden|not[-_ ]?(?:set|used|real|a[-_ ]secret)|unset|undefined|null|none|nil|todo|tbd|fixme|n\/a|insecure|<[\w ./-]{1,60}>|x{3,}|\*{3,}|\.{3,}/gi;

const alphanumerics = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '');

/** Letters and digits mixed at length: more than an invitation says. */
const looksMade = (text: string): boolean => (text.match(/\d/g)?.length ?? 0) >= 4 && (text.match(/[A-Za-z]/g)?.length ?? 0) >= 8;

/** A stand-in word inside a real password must not hide it: what is left has to be short. */
function isMostlyStandIn(text: string): boolean {
  if (text.search(standInWords) < 0) return false;
  const left = alphanumerics(text.replace(standInWords, ''));
  return left.length < 8 && left.length < alphanumerics(text).length;
}

/** The words of a stand-in occur in it, whatever else does. */
export const namesStandIn = (value: string): boolean => value.slice(0, longestLook).search(standInWords) >= 0;

/** What a text stands in for a value as; undefined when it is a value itself. */
export function standInOf(value: string): StandIn | undefined {
  const text = value.slice(0, longestLook).trim();
  if (text.length < 3) return { is: 'setting', because: 'it is empty or very short' };
  if (setting.test(text)) return { is: 'setting', because: 'it is a switch or a small number' };
  if (/^(.)\1*$/s.test(text)) return { is: 'placeholder', because: 'one character is repeated' };
  // Letters and digits alone refer to nothing, which is most of what is asked about.
  if (!/^[A-Za-z0-9]+$/.test(text) || text.startsWith('AgB')) {
    const filled = filledAnywhere.find(([syntax]) => syntax.test(text)) ?? filledWhole.find(([syntax]) => syntax.test(text));
    if (filled) return { is: 'reference', because: filled[1] };
    if (pointer.test(text)) return { is: 'pointer', because: 'it is a path or an address' };
  }
  if (invitation.test(text) && !possessive.test(text) && !looksMade(text))
    return { is: 'placeholder', because: 'it tells a reader what to put here' };
  if (isMostlyStandIn(text)) return { is: 'placeholder', because: 'the words of a stand-in make up most of it' };
  return undefined;
}

/** Is this text a secret itself? Not when it is empty, refers to one, stands in for one or points to one. */
export const isWrittenSecret = (value: string): boolean => standInOf(value) === undefined;
