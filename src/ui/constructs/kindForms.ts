import { createPart } from '../../state/parts.ts'

/** What one reads and fills in of each kind, for what the page draws before that is there. */
export const kindForms = createPart(() => import('./forms.ts'))
