/** Unlatched against Django 4.2 and DRF 3.15. */
import { conformance } from './suite.ts';

conformance('django4', (theme) => !theme.startsWith('gates'), 120);
