/** Unlatched against Django 3.2 and DRF 3.14, where the versions differ. */
import { conformance } from './suite.ts';

conformance('django3', (theme) => theme === 'versions', 8);
