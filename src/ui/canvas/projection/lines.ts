// What works out the ways of lines and of requests, as one part that is fetched after the page itself.
export { placeWords, routeLines } from '../lines/routeLines.ts'
export { createGround } from './createGround.ts'
export { highlightsFor } from './highlightsFor.ts'
