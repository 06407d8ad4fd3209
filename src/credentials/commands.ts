/** Passwords in commands: the user of `curl`, the password of a database user in SQL. */
import { familyOf } from './families/family.js';
import type { Find } from './find.js';
import type { PathClass } from './sighting.js';
import { judgeValue } from './values.js';

const commandPassword = familyOf('command-password', 'password in a command', 'generic', 'password');
const databasePassword = familyOf('sql-password', 'password of a database user in SQL', 'generic', 'database');
const saidPassword = familyOf('told-password', 'password in a sentence', 'generic', 'password');
const longestCommand = 600;

/** `curl … -u user:password`, at the end of the word `curl`. */
export function curlFind(text: string, from: number, pathClass: PathClass): Find | undefined {
  const command = text.slice(from, endOfCommand(text, from));
  const option = /\s(?:-u|--user|--proxy-user)(?:\s+|=)(["']?)/.exec(command);
  if (!option) return undefined;
  const start = option.index + option[0].length;
  const quote = option[1] ?? '';
  const end = quote === '' ? start + (/^[^\s"]*/.exec(command.slice(start))?.[0].length ?? 0) : command.indexOf(quote, start);
  const argument = command.slice(start, end < 0 ? undefined : end);
  const colon = argument.indexOf(':');
  if (colon < 0) return undefined;
  // One half may be empty: some services take a token as the user.
  const isUser = colon === argument.length - 1;
  const [at, value] = isUser ? [0, argument.slice(0, colon)] : [colon + 1, argument.slice(colon + 1).replace(/^'|'$/g, '')];
  const skipped = argument.slice(at).indexOf(value);
  const user = argument.slice(0, colon);
  const place = from + start + at + Math.max(0, skipped);
  return passwordFind(
    { family: commandPassword, start: place, value, user: isUser ? '' : user, why: 'it is the password in a command' },
    pathClass,
  );
}

function endOfCommand(text: string, from: number): number {
  const limit = Math.min(text.length, from + longestCommand);
  for (let i = from; i < limit; i++) if (text[i] === '\n' && text[i - 1] !== '\\' && text.slice(i - 2, i) !== '\\\r') return i;
  return limit;
}

/** `IDENTIFIED BY '…'`, `PASSWORD '…'` in a statement about a user, at the end of the word `identified` or `password`. */
export function sqlFind(text: string, from: number, pathClass: PathClass): Find | undefined {
  const after = /^(?:\s+with\s+["'`]?[\w-]{1,40}["'`]?)?\s+(?:by|as)\s+(?:password\s+)?(\\?["']?)|^\s+(?:to\s+)?(\\?["']?)/i.exec(
    text.slice(from, from + 120),
  );
  if (
    !after ||
    !/\b(?:create|alter|set|grant|add)\b[^;]{0,200}\b(?:user|role|login|password|identified|grant)\b[^;]{0,200}$/i.test(
      text.slice(Math.max(0, from - 300), from),
    )
  )
    return undefined;
  const quote = after[1] ?? after[2] ?? '';
  const start = from + after[0].length;
  const rest = text.slice(start, start + 200);
  const end = quote === '' ? rest.search(/[\s;,)"'`\\]|$/) : rest.indexOf(quote);
  if (end < 1 || (quote === '' && !/\d/.test(rest.slice(0, end)))) return undefined;
  return passwordFind(
    { family: databasePassword, start, value: rest.slice(0, end), user: '', why: 'it is the password of a database user' },
    pathClass,
  );
}

/** `new NetworkCredential("user", "password")`, `DirectoryEntry("LDAP://…", "user", "password")`, at the end of the word. */
export function loginFind(text: string, from: number, pathClass: PathClass): Find | undefined {
  const call =
    /^\(\s{0,40}(?:(?:["'][a-z]{2,10}:\/\/[^"'\n]{0,200}["']|[A-Za-z_$][\w.$]{0,60}),\s{0,40})?["']([^"'\n]{0,200})["']\s{0,40},\s{0,40}(["'])([^"'\n]{4,200})\2/i.exec(
      text.slice(from, from + 800),
    );
  const [whole = '', user = '', , value = ''] = call ?? [];
  if (!call) return undefined;
  const start = from + whole.length - 1 - value.length;
  return passwordFind({ family: commandPassword, start, value, user, why: 'it is the password of a login' }, pathClass);
}

/** `The password is 'Secret123'`, `password for user 'admin' is "x1y2z3"`, at the end of the word `password`. */
export function sentenceFind(text: string, from: number, pathClass: PathClass): Find | undefined {
  const said =
    /^(?: (?:for|of) (?:the )?(?:user |account )?["'`]?([\w.@-]{1,40})["'`]?)? (?:is|was)(?: set to)?:? (["'`])([^"'`\s]{4,60})\2/.exec(
      text.slice(from, from + 160),
    );
  const [whole = '', user = '', , value = ''] = said ?? [];
  if (!said || !/\d/.test(value)) return undefined;
  const start = from + whole.length - 1 - value.length;
  return passwordFind({ family: saidPassword, start, value, user, why: 'a sentence says that it is the password' }, pathClass);
}

interface Written {
  readonly family: Find['family'];
  readonly start: number;
  readonly value: string;
  readonly user: string;
  readonly why: string;
}

function passwordFind({ family, start, value, user, why }: Written, pathClass: PathClass): Find | undefined {
  const { strength, because } = judgeValue(value, { name: 'password', pathClass, quoted: true });
  if (strength === 0 || value.length < 4 || /^[$%{<]/.test(value)) return undefined;
  return {
    family,
    start,
    end: start + value.length,
    value,
    confidence:
      pathClass === 'source' && strength >= 1 && value !== user && !/^(?:pass\w*|pw|secret|token)$/i.test(value) ? 'possible' : 'doubtful',
    reasons: [`${why}; ${because}`],
    decoded: /^[\w.@+-]{1,80}$/.test(user) ? { user } : {},
    rank: 1,
  };
}
