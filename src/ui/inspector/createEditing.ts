import { describeEntry } from '../../core/explain/index.ts'
import type { Construct } from '../../core/model/index.ts'
import type { Stores } from '../../state/index.ts'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'
import { changeAt } from './changeAt.ts'
import type { Editing } from './EditingContext.ts'

/** Edits of one construct, each a step that can be undone and is named for the person. */
export const createEditing = ({ design }: Stores, construct: Construct): Editing => ({
  construct,
  commit: (path, value, label) => {
    const what = describeEntry(construct, path) ?? 'settings'
    design
      .getState()
      .apply(label ?? `Change ${what} of ${nameOfConstruct(construct)}`, [changeAt(construct, path, value)])
  },
})
