import{createRequire as requireOfBundle}from'node:module';const require=requireOfBundle(import.meta.url);
import{version}from"./chunk-2TB4M3XV.js";import"./chunk-2WU4BI3X.js";export{version};
