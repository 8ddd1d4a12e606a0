// Random inputs through everything there is to ask, a fresh seed each time. Many more: `npm run fuzz`.
import { expect, it } from 'vitest';
import { failureText, runCampaign } from './fuzz/campaign';

it('survives random and mutated inputs', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const { failures } = runCampaign({ seed, runs: 250, limitMs: 5000, mostFailures: 1 });
  expect(failures.map(failureText).join('\n'), `seed ${seed}: npm run fuzz -- --seed ${seed}`).toBe('');
});
