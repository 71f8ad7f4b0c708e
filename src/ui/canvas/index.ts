export { Canvas } from './Canvas.tsx'
export * as commands from './commands.ts'
