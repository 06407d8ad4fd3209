import{createRequire as requireOfBundle}from'node:module';const require=requireOfBundle(import.meta.url);
import{GitHub,context,defaults,getOctokitOptions,getUserAgentWithOrchestrationId}from"./chunk-SVV6KPZZ.js";import"./chunk-2FRD4GTI.js";import"./chunk-2WU4BI3X.js";export{GitHub,context,defaults,getOctokitOptions,getUserAgentWithOrchestrationId};
