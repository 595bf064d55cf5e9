/** What authenticators, permissions and other gates do, against Django 5.2 and the newest DRF. */
import { conformance } from './suite.ts';

conformance('django5', (theme) => theme.startsWith('gates'), 100);
