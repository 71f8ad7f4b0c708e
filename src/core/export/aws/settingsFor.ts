import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import type { PartNameOf, PartOf } from '../plan/part.ts'
import type { Settings } from './value.ts'

/** What AWS is asked for each part that constructs of that kind come to. */
export type SettingsFor<K extends ConstructKind> = {
  readonly [N in PartNameOf<K>]: (part: PartOf<N>) => Settings
}
