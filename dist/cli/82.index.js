export const id = 82;
export const ids = [82];
export const modules = {

/***/ 9082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
const commands = {
    review: async () => reviewing('review'),
    scan: async () => reviewing('scan'),
    inventory: async () => reviewing('inventory'),
    explain: async () => (await Promise.all(/* import() */[__webpack_require__.e(760), __webpack_require__.e(183), __webpack_require__.e(515), __webpack_require__.e(972), __webpack_require__.e(851)]).then(__webpack_require__.bind(__webpack_require__, 5851))).explain,
    policy: async () => (await Promise.all(/* import() */[__webpack_require__.e(760), __webpack_require__.e(515), __webpack_require__.e(748)]).then(__webpack_require__.bind(__webpack_require__, 7876))).policy,
    init: async () => (await Promise.all(/* import() */[__webpack_require__.e(760), __webpack_require__.e(183), __webpack_require__.e(515), __webpack_require__.e(972), __webpack_require__.e(828)]).then(__webpack_require__.bind(__webpack_require__, 6828))).init,
};
async function reviewing(mode) {
    const { runReview } = await Promise.all(/* import() */[__webpack_require__.e(760), __webpack_require__.e(183), __webpack_require__.e(515), __webpack_require__.e(972)]).then(__webpack_require__.bind(__webpack_require__, 1972));
    return (options, io) => runReview(mode, options, io);
}
/** Gives the exit code. `--quiet` keeps notices back; what ends a run is told all the same. */
async function run(options, io) {
    const command = await commands[options.command]();
    return command(options, options.quiet ? { ...io, note: () => { } } : io);
}


/***/ })

};
