import type { Role } from '@sila/domain/permission'
import { staff } from './cast.ts'

/** The password of every demonstration sign-in; it exists on demonstration data only. */
export const demonstrationPassword = 'sila-demonstration'

/** The sign-ins that the demonstration shows at its door. */
export function signIns(): { name: string; email: string; role: Role; password: string }[] {
  return staff.map(({ name, email, role }) => ({ name, email, role, password: demonstrationPassword }))
}
