/** Wrong words on the command line: exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
