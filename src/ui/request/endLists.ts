// What both ends of a request are chosen from, as one part that is fetched once the bar stands.
export { listDestinations, standsFor } from './listDestinations.ts'
export { listSources } from './listSources.ts'
