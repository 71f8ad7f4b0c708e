/** Stands for d3-interpolate and d3-color in the build: the canvas glides by `interpolateZoom` alone. Who calls another hears of it. */
function leftOut(): never {
  throw new Error('This part of d3 is left out of the build: see scripts/startup/onlyZoom.ts')
}

export { interpolateZoom } from 'd3-interpolate'
export {
  leftOut as color,
  leftOut as cubehelix,
  leftOut as hcl,
  leftOut as hsl,
  leftOut as interpolate,
  leftOut as interpolateNumber,
  leftOut as interpolateRgb,
  leftOut as interpolateString,
  leftOut as interpolateTransformCss,
  leftOut as interpolateTransformSvg,
  leftOut as lab,
  leftOut as rgb,
}
