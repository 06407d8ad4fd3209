import{createRequire as requireOfBundle}from'node:module';const require=requireOfBundle(import.meta.url);
var failOns=["error","warning","note","never"];var defaultConfig={preset:"recommended",policies:[],failOn:"error",gaps:"report",report:"introduced",rules:{},overrides:[],ownership:{},ignore:[]};export{failOns,defaultConfig};
