// Given to every module of the panel: calls of `h` are shorter than those of the automatic runtime.
export { Fragment, h } from 'preact'
