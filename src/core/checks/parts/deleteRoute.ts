import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { Fix } from '../check.ts'
import { change } from './change.ts'

/** Takes one route out of a route table. */
export const deleteRoute = (table: ConstructOf<'route-table'>, index: number): Fix => ({
  title: 'Delete the route',
  safety: 'review',
  edits: [change('route-table', table.id, { routes: table.routes.toSpliced(index, 1) })],
})
