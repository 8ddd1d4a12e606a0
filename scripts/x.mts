import { bigFile } from './bench/files';
import { measureServer } from './bench/server';
const r = await measureServer([bigFile()], { warmUp: 150, runs: 400 } as never, { options: [...(process.env.ALLOC ? ['--import', '/tmp/alloc.mjs'] : []), ...(process.env.OPTS ?? '--max-semi-space-size=1 --optimize-for-size --v8-pool-size=0').split(' '), ...(process.env.PROF ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof', '--cpu-prof-interval=200'] : [])], env: { MALLOC_TRIM_THRESHOLD_: '131072' } });
for (const m of r.measured) console.log(m.what, m.times[Math.floor(m.times.length*0.1)]?.toFixed(2), m.times[Math.floor(m.times.length/2)]?.toFixed(2));
console.log(Object.fromEntries(Object.entries(r.memory).map(([k,v])=>[k,(v/1e6).toFixed(1)])));
