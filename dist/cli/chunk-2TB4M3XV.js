import{createRequire as requireOfBundle}from'node:module';const require=requireOfBundle(import.meta.url);
var version="0.1.0";export{version};
