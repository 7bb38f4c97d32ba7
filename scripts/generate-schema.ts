// Writes public/domain-config.schema.json. A unit test fails when the file is stale.

import { writeFileSync } from 'node:fs';
import { renderDomainConfigSchema } from './domain-config-schema';

writeFileSync(new URL('../public/domain-config.schema.json', import.meta.url), renderDomainConfigSchema());
