export const id = 207;
export const ids = [207];
export const modules = {

/***/ 1207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
const commands = {
    review: async () => reviewing('review'),
    scan: async () => reviewing('scan'),
    inventory: async () => reviewing('inventory'),
    explain: async () => (await Promise.all(/* import() */[__webpack_require__.e(168), __webpack_require__.e(992), __webpack_require__.e(514), __webpack_require__.e(993), __webpack_require__.e(854)]).then(__webpack_require__.bind(__webpack_require__, 5854))).explain,
    policy: async () => (await Promise.all(/* import() */[__webpack_require__.e(168), __webpack_require__.e(514), __webpack_require__.e(257)]).then(__webpack_require__.bind(__webpack_require__, 9981))).policy,
    init: async () => (await Promise.all(/* import() */[__webpack_require__.e(168), __webpack_require__.e(992), __webpack_require__.e(514), __webpack_require__.e(993), __webpack_require__.e(135)]).then(__webpack_require__.bind(__webpack_require__, 6135))).init,
};
async function reviewing(mode) {
    const { runReview } = await Promise.all(/* import() */[__webpack_require__.e(168), __webpack_require__.e(992), __webpack_require__.e(514), __webpack_require__.e(993)]).then(__webpack_require__.bind(__webpack_require__, 8993));
    return (options, io) => runReview(mode, options, io);
}
/** Gives the exit code. `--quiet` keeps notices back; what ends a run is told all the same. */
async function run(options, io) {
    const command = await commands[options.command]();
    return command(options, options.quiet ? { ...io, note: () => { } } : io);
}


/***/ })

};
