import { makePart } from './part.ts'
import type { Planner } from './planning.ts'

/** The table under its drawn name, paid by request, with a text key called `id`. */
export const dynamodbTable: Planner<'dynamodb-table'> = (construct) => [makePart('table', construct, null, [], {})]
