/** Random examples that are the same in every run; SEED=… looks at others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_121) });

export default fc;
