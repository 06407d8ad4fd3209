/** How much work all questions together may cost; past it a doubt stays a doubt: hostile input gets coarse answers, not a long time. */
export interface Budget {
  left: number;
}
export const makeBudget = (): Budget => ({ left: 1_000_000 });
