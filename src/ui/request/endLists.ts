// What both ends of a request are chosen from, as one part that is fetched when one of the fields is first entered.
export { listDestinations, standsFor } from './listDestinations.ts'
export { listSources } from './listSources.ts'
