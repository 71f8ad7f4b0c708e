import { listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ExportRemark } from '../types.ts'
import { isOwnPolicy } from './isOwnPolicy.ts'
import { titleOf } from './planning.ts'

/** The policies of an organisation belong to its management account, whatever is made in the accounts under it. */
export const explainOrganisation = (design: Design): readonly ExportRemark[] =>
  listOfKind(design, 'account').flatMap((account) => {
    const count = [...account.scps, ...account.rcps].flatMap(({ policies }) => policies.filter(isOwnPolicy)).length
    return count === 0
      ? []
      : [
          {
            construct: account.id,
            message: `${titleOf(account)}: the policies of its organisation (${count}) are not made here. Their texts stand in the folder policies, and the README says how they are attached by hand.`,
          },
        ]
  })
