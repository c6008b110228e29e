// Given to every module of the panel, so that JSX becomes calls of `h`.
export { Fragment, h } from 'preact'
