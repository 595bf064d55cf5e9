/** Loaded with `node --import`: when the program ends, its peak memory (kilobytes) is written to the file that UNLATCHED_PEAK names. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.UNLATCHED_PEAK, String(process.resourceUsage().maxRSS)));
