import { Migration20261122000000_house } from './Migration20261122000000_house.ts'
import { Migration20261122000100_figures } from './Migration20261122000100_figures.ts'
import { Migration20261122000200_requests } from './Migration20261122000200_requests.ts'
import { Migration20261122000300_scopes } from './Migration20261122000300_scopes.ts'
import { Migration20261122000310_staff_identity } from './Migration20261122000310_staff_identity.ts'
import { Migration20261122000330_privacy } from './Migration20261122000330_privacy.ts'
import { Migration20261122000331_roles } from './Migration20261122000331_roles.ts'
import { Migration20261122000340_codes } from './Migration20261122000340_codes.ts'
import { Migration20261125000350_circle } from './Migration20261125000350_circle.ts'
import { Migration20261125000360_roles } from './Migration20261125000360_roles.ts'
import { Migration20261125000365_api_keys } from './Migration20261125000365_api_keys.ts'
import { Migration20261125000370_trail } from './Migration20261125000370_trail.ts'
import { Migration20261125000371_erased } from './Migration20261125000371_erased.ts'
import { Migration20261125000372_taken } from './Migration20261125000372_taken.ts'
import { Migration20261125000380_door } from './Migration20261125000380_door.ts'
import { Migration20261125000390_files } from './Migration20261125000390_files.ts'
import { Migration20261125000400_ends } from './Migration20261125000400_ends.ts'
import { Migration20261125000410_lists } from './Migration20261125000410_lists.ts'
import { Migration20261125000420_carried } from './Migration20261125000420_carried.ts'
import { Migration20261125000430_batches } from './Migration20261125000430_batches.ts'
import { Migration20261125000431_words } from './Migration20261125000431_words.ts'
import { Migration20261125000450_opens } from './Migration20261125000450_opens.ts'

/** All steps, oldest first; a step that was released is never changed. */
export const migrations = [
  { name: 'Migration20261122000000_house', class: Migration20261122000000_house },
  { name: 'Migration20261122000100_figures', class: Migration20261122000100_figures },
  { name: 'Migration20261122000200_requests', class: Migration20261122000200_requests },
  { name: 'Migration20261122000300_scopes', class: Migration20261122000300_scopes },
  { name: 'Migration20261122000310_staff_identity', class: Migration20261122000310_staff_identity },
  { name: 'Migration20261122000330_privacy', class: Migration20261122000330_privacy },
  { name: 'Migration20261122000331_roles', class: Migration20261122000331_roles },
  { name: 'Migration20261122000340_codes', class: Migration20261122000340_codes },
  { name: 'Migration20261125000350_circle', class: Migration20261125000350_circle },
  { name: 'Migration20261125000360_roles', class: Migration20261125000360_roles },
  { name: 'Migration20261125000365_api_keys', class: Migration20261125000365_api_keys },
  { name: 'Migration20261125000370_trail', class: Migration20261125000370_trail },
  { name: 'Migration20261125000371_erased', class: Migration20261125000371_erased },
  { name: 'Migration20261125000372_taken', class: Migration20261125000372_taken },
  { name: 'Migration20261125000380_door', class: Migration20261125000380_door },
  { name: 'Migration20261125000390_files', class: Migration20261125000390_files },
  { name: 'Migration20261125000400_ends', class: Migration20261125000400_ends },
  { name: 'Migration20261125000410_lists', class: Migration20261125000410_lists },
  { name: 'Migration20261125000420_carried', class: Migration20261125000420_carried },
  { name: 'Migration20261125000430_batches', class: Migration20261125000430_batches },
  { name: 'Migration20261125000431_words', class: Migration20261125000431_words },
  { name: 'Migration20261125000450_opens', class: Migration20261125000450_opens },
]
