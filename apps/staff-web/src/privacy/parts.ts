import type { ComponentType } from 'react'
import { Emergencies } from './Emergencies.tsx'
import { Erasures } from './Erasures.tsx'
import { Exports } from './Exports.tsx'
import { Incidents } from './Incidents.tsx'
import { Looks } from './Looks.tsx'
import { People } from './People.tsx'
import { Register } from './Register.tsx'
import { Retention } from './Retention.tsx'
import { Rights } from './Rights.tsx'
import { Trail } from './Trail.tsx'

/** The parts of the desk, in three groups: what people are owed, what is watched, how data is kept. */
export const groups: Readonly<Record<string, Readonly<Record<string, ComponentType>>>> = {
  owed: { rights: Rights, people: People, incidents: Incidents },
  watched: { looks: Looks, exports: Exports, emergencies: Emergencies, trail: Trail },
  kept: { erasures: Erasures, retention: Retention, register: Register },
}

/** All parts by their names. */
export const parts: Readonly<Record<string, ComponentType>> = Object.assign({}, ...Object.values(groups))
