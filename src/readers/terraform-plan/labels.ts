/** Addresses as a plan writes them: `module.team["a.b"].aws_iam_role.ci[0]`. */

/** Keys may hold dots and brackets of their own. */
const key = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;

export const withoutKeys = (label: string): string => label.replace(key, '');

/** The keys alone, in their order. */
export const keysOf = (label: string): string => (label.match(key) ?? []).join('');

/** The modules that lead to a resource, and its own part of the address, both without the keys of instances. */
export function placeOf(label: string): { readonly path: readonly string[]; readonly name: string } {
  const steps = withoutKeys(label).split('.');
  const path: string[] = [];
  while (steps[0] === 'module' && steps.length > 2) path.push(steps.splice(0, 2)[1] ?? '');
  return { path, name: steps.join('.') };
}
