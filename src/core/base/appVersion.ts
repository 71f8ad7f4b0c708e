// put in by the build, from package.json
declare const __VERSION__: string | undefined

/** The version of this Hopwise; “development” where it runs from its sources. */
export const APP_VERSION: string = typeof __VERSION__ === 'string' ? __VERSION__ : 'development'
