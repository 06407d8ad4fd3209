/**
 * Words of four letters and more that names, messages and made-up passwords are made of. Counted 2026-11-21 over the prose and type
 * declarations of the packages in package-lock.json (words that at least eight of them use), with terms of this field added by hand.
 * A list of plain words: nobody's text is in it.
 */
export const commonWords = `
abcdef ability able abort aborted aborting about above absolute absolutely abstract accept acceptable accepted accepting access accessed
accesses accessible accessing accessor accidentally according account acme acorn across action activate active actively activity actor
actual actually adapt added adding addition additional additionally address addresses adds adheres admin administrator advance advanced
advisories advisory affect affected affiliates after again against agent aggregate aggregated ahead aims alert algorithm alias aliases
align alive allow allowed allowing almost along alongside alpha already also alternate alternative alternatively although always amazon
ambiguous among amount analysis analyze ancestor anchor andrew android animation annotation anonymous another ansi answer anymore anyone
anything anywhere apikey appear append appended applicable application applied applies apply applying approach appropriate appropriately
approved approximately apps appveyor april arbitrary architecture archive aren args argument argv around array arrival arrow articles
ascending ascii assembly assert assertion asset assign assigned assigning assignment associate associated assume assumed assuming
assurances asymmetric async asynchronous asynchronously attach attached attaches attacks attempt attempting attestation attribute august
auth authenticate authenticated authentication author authorization authorized auto automated automatic automatically autumn available
avoid avoiding await aware away awesome azure azurerm babel babeljs back backend background backslash backslashes backward badge bail
bare base baseball based basename bash basic basis batch battery bearer because become been before begin beginning behaves behavior
behaviour being belong below bench benchmark benefit best beta better between beyond bigint binaries binary bind binding bitbucket bits
black blank blob block blocked blocking blog blue body bold bool boolean both bottom bound brace bracket branch branches brand break
breaking bright brightgreen broken browser bucket buffer buffered bugs build builder building built builtin bulk bump bundle bundled
bundler button bypass bypasses byte bytes cache cached caching calculate calculated call callback called caller calling calls camel
campaign cancel canceled cancellation cannot canonical capabilities capitalize capture captured capturing care carefully caret case
cases cassandra cast catch categories category cause caused causing caveat center certain certificate chain chained chaining chalk
change changed changelog changing channel char character chars charset check checked checking child children choices choose chosen
chrome chunk cipher circular claim clamped class classes classic clause clean cleanup clear cleared click client clock clone cloned
cloning close closed closest closing cloud coalescing code codecov codes coding coerce collaborators collect collected collection colon
color column combination combine combined combining come comes comma command comment commercial commit committed common commonjs
commonly community compact companies company compare compared comparing comparison compat compatibility compatible compilation compile
compiled compiler compiling complete completed completely completion complex complexity compliance compliant complicated component
compose composed composite compute computed computer concat concurrency concurrent condition conditional conduct config configurable
configuration configure configured configuring confirm conflict conflicting conjunction connect connection consider considered
considering consistent consisting consists console const constant constraint construct constructed construction constructor consume
consumed consumer consumption contact contain contained container containing content context contextual continue continuously contribute
contributing contributions contributor control controller convenience convenient convention conventional conversion convert converted
converting cookie coordinate copied copies copy copying copyright core corp correct correctly corresponding corresponds cost costs could
count counted counter counting course coverage coveralls covered crash create created creating creation credential credit critical cross
crypto ctrl current currently cursor custom customer customization customize customizing cyan cycle darwin dash data database date dates
david days deal debug debugger debugging december decide decimal declaration declare declared declaring decode decoded decorator
decrypted decryption dedicated deep deeply default defer deferred define defined defining definitely definition delay delete deleted
deleting deletion delimited delimiter deliver delivery delta demand demo deno departure depend dependencies dependency dependent
depending deprecated deprecation deps depth derived descending describe described describing description descriptor design designed
desired dest destination destroy detach detail detailed detect detected detection determine determined determining deterministic develop
developer development device diagnostics dictionary didn diff differ difference different differently difficult digest digit direct
direction directive directly directories directory dirname dirs disable disabled disabling discard discarded disclosure discussion disk
dispatch dispatcher dispatches display displayed displaying dispose disposed dist distinct distinguish distribution divergent docker
docs document documentation documented does doesn doing dolor domain done dont dots dotted double down download draft dragon drop
dropped drops dump duplicate duration during dynamic dynamically each earlier early easier easily easy echo ecma ecmascript ecosystem
edge edit editor edits effect effective effectively efficient efficiently effort either elastic elasticsearch electron element eligible
else elsewhere email embedded emit emits emitted emitter emitting empty enable enabled enabling encode encoded encoder encoding
encountered encrypted encryption ending endpoint ends enforce enforced enforcement engine enhanced enough ensure ensuring enter
enterprise entire entirely entity entries entry enum enumerable enumerated environment epoch equal equality equivalent error esbuild
escape escaped escaping eslint especially establish etag eval evaluate evaluated even event eventually ever every everyone everything
exact exactly example exceed exceeded exceeding except exception excess exchange exclude excluded excluding exclusive exclusively exec
executable execute executed executing execution exist existence existing exit exiting exits expand expanded expansion expect expected
experience experimental expire expired expiry explanation explicit explicitly exponential export exported exporting expose exposed expr
expression extend extended extending extension external extglob extra extract extracted extremely face facebook fact factor factory fail
failed failing fails failure fake fall fallback falling falls false falsy family fast faster fastest favor feature february feed
feedback feel fest fetch fetched fetches fetching field file filename filepath files filesystem fill filled filter filtered filtering
final finally find finding finds fine finish finished finishes finite fire fired firefox fires first fixed fixes fixtures flag flags
flat flattened float floating flow folder follow followed following foobar football footer forbidden force forced foreground foreign
fork forked form format formatted formatter formatting forms forward found four fragment frame framework free frequency fresh friendly
from front frontend fulfilled full fully func function functionality further future garbage gateway general generally generate generated
generating generation generator generic gets getter getting gist github gitignore gitlab give given gives giving glob global globally
globs goal goes going good google governing graceful gracefully grafana grammar grant granted granular graph graphql gray great greater
greedy green group guarantee guaranteed guard guest guide guidelines gzip half hand handbook handle handled handler handling handshake
handy happen happened hard hash hashed have having head header health heap height hello help helper helpful helps here hexadecimal
hidden hide high higher highest highly hint hints historical history hold holding holds home homepage hook hooks horizontal horse host
hosted hostname hour hours however href html http https huge human hunter hybrid idea ideal identical identified identifier identifies
identify identity idle ietf ignore ignored iloveyou image immediate immediately immutable impact impl implement implementation
implemented implementing implicit implied implies import important imported importing impossible improve improvements include included
including inclusive incoming incomplete incorrect increase increment indent indentation independent independently index indexed indexes
indicate indicated indicating indication indices indirect individual individually infer inference inferred infinite infinity info
information inherit inherited init initial initialization initialize initialized initially initiates inject inline inner input
insensitive insert inserted inside inspect inspired install installation installed instance instanceof instantiate instantiated
instantiating instantiation instead instructions instrument integer integration integrity intended interact interaction interactive
interested interface internal internally international interop interpret interpreted intersection interval into intrinsic introduced
invalid invalidated inverse invocation invoke invoked invoking ipsum isaacs issue istanbul istanbuljs italic item items iterable iterate
iterated iteration iterator itself january java javascript jenkins jest jestjs jobs join joined josh jridgewell json july june junon
just kafka keep keepachangelog keeping keeps kept keyboard keyof keys keystore keyword kind kinds know known kubernetes label lambda
land language large larger last latency later latest layer layout lazy lead leading learn least leave leaving left legacy length less
letmein lets letter level libraries library license licensed licensing life lifecycle lifetime light lightweight like likely limit
limitation limited limiting line linear lines link linked links lint linux list listed listen listener listening listing lists literal
little live load loaded loader loading loads local locale localhost locally locate located location lock locked lodash logger logging
logic logical logically login logo logout logs long longer look looking looks lookup loop loops loose lorem lose lost lots love lower
lowercase machine made magenta magic main mainly maintain maintained maintainers maintenance major make makes making malformed manage
managed management manager managing manifest manipulate manner manual manually many mapped mapping maps march mariadb mark markdown
marked marker marks master match matched matcher matches matching math matter maximum maybe mean meaning meaningful means meant measure
mechanism media medium member membership memory mentioned merge merged merging message meta metadata method metrics microsoft microtask
middle might migrate migration million millisecond minified minimal minimum minor minus minute missing mixed mock mocked mocking mocks
mode model modern modes modified modifier modify modifying module moment monday mongo mongodb monkey month more most mostly move moved
moves moving mozilla much multi multiline multiple must mutate mysql naive name named names namespace namespaced naming narrow native
natural nearest necessarily necessary need needed needs negate negated negation negative neither nested nesting network never newer
newline newly next node nodei nodejs nodes nonce none normal normalization normalize normalized normally notable notation note notes
nothing notice notification notified november npmignore null nullable nullish number numeric numerical oauth object observed obtain
obtained occur occurred occurrence octal october octokit offer official offset often older oldest omit omitted omitting once ones online
only onto opaque open opening opensource operating operation operator opposite optimization optimize optimized option optional
optionally opts oracle order ordered ordering organization orgs origin original originally other otherwise outer output outside over
overall overflow overhead overridden override overriding overview overwrite overwritten owned owner owns package packagejson padding
page pages pair pairs parallel param parameter paren parent parentheses parenthesized parse parsed parser parsing part partial
particular particularly partner parts party pass passed passes passing passphrase passwd password past patch path pathname paths pattern
pause paused paying payload pending people percent percentage perf perfect perform performance performant performed performing period
permission person personal phase physical pick ping pipe pipeline place placed placeholder plain plan platform play please plugin plus
point pointer pointing policies policy polyfill pool popular populated port portion ports position positional positive posix possible
possibly post postgres postgresql posts potential potentially powered powerful practice precedence preceding precise precision predicate
prefer preference preferred prefix prefixed prefixes prepare prepend presence present preserve preserved preset prettier pretty prev
prevent preview previous previously primarily primary primitive princess principal print printed printing prior priority private
probably problem process processed processes processing processor prod produce produced producer product production professional profile
program progress project prometheus promise prompt prop proper properly properties property props protected protection proto protocol
prototype provide provided provider providing proxy public publicly publish published pull pulls pure purpose push pushed pushes pushing
puts python qualified quality queries query question queue queued quick quickly quite quote quoted rabbitmq race raise raised random
range rate rather ratio reach reached react read readable readdir reading readme readonly reads ready real really realpath reason
reasonable receive received receiving recent recently recommend recommended record recursion recursive recursively redirect redis reduce
reducer refactor refactoring refer reference referenced referencing referral reflect reflected refresh refs regarding regardless regex
regexp register registered registering registration registries registry regression regular reject rejected rejection related relative
release released relevant relies rely relying remain remaining remarks remember remote removal remove removed removing rename renamed
render rendered repeat repeated replace replaced replacement replacing reply repo report reported reporter reporting repos repositories
repository represent representation represented representing request requested requesting require required requirement requiring
reserved reset resolution resolve resolved resolver resolving resource respectively responds response responsible rest restart restore
restrict restricted restriction result resulting resume retain retained retries retrieve retrieved retry return returned returning
reusable reuse reused reverse review reviewed revision revoke right risk role roles root roots rotate rotation round rounded route rows
rule rules runner running runs runtime safe safely safety salt same sample sampled sandbox satisfied satisfies satisfy save saved scale
scan scanning scenario schedule scheduled scheduling schema scheme scope scoped screen screenshot script search searches searching
second secret section secure security seed seems seen segment select selected selection selector self semantic semver send sending sends
sense sensitive sent separate separated separately separator september sequence serializable serialization serialize serialized
serializer series serve server service session sets setter setting setup several severity shadow shallow shape share shared shebang
shell shields shift shim short shorthand should show showing shown shows sibling side sign signal signature signed significantly signin
signing signup silent similar simple simpler simplify simply since sindre sindresorhus single site situations size sizes skip skipped
skipping skips slash slashes slice slightly slot slow slower small smaller snapshot social socket software solution some someone
something sometimes soon sorhus sort sorted sorting sorts source sourcemap space span spawn spawned spec special specially specific
specifically specification specified specifier specifies specify specifying specs speed split splitting sponsors spread spring square
stable stack stage staging standalone standard staple star starring stars start started starting startup stat state stateless statement
static statistics stats status stay stays stderr stdin stdio stdout step steps still stop stops storage store stored storing strategies
strategy stream streamed strict strictly string stringified stringify strip stripped strong strongly structure structured stuff style
styling subject submit submitting subscribe subscribed subscribing subscription subsequent subset substitution substring success
successful successfully such suffix suggestion suitable suite summary summer sunshine super superset supplied support supported
supporting suppress suppressed sure surface surrogate suspend suspended sustainable swap switch symbol symbolic symlink sync
synchronizing synchronous synchronously syntax synthetic system table tagged tags tail take taken takes taking tarball target targeting
task tasks tbody team teardown technically telemetry tell tells template temporal temporarily temporary tenant term terminal terminate
terminated terms test tested tester testing tests text than thanks that their them themselves then there therefore these they thing
think third this those though thousands thread three threshold through throw throwing thrown thus tick tidelift time timeline timeout
timer times timestamp timing tiny title tocstop todo together toggle token tool tools topic total towards trace track tracking trailing
transfer transform transformation transformed transformer transforming transition transitioning translation traversal traverse travis
treat treated tree trees tries trigger triggered trim true truncate truncated trust trusted truthy trying tsconfig tuple turn turned
twice twitter type typed typeof types typescript typescriptlang typically typing uint unary unauthorized unavailable unchanged undefined
under underline underlying understand understanding unescape unexpected unhandled unicode unicorn union unique unit unix unknown unless
unlike unmodified unnecessary unsafe unset unsigned unsupported until untrusted unwrap update updated updating upgrade upon upper
uppercase upstream urls usage used useful user username users uses using usually util utilities utility utils valid validate validated
validation validator validity valign value variable variant various vary vault vendor verb verbatim verbose verification verified verify
versa version versioning very vice view views virtual visibility visible visit visitor visual void vulnerability wait waiting waits walk
walking walks want wanted warn warning wasm wasn watch watched watcher watching water watermark ways weak webhook webpack website weight
welcome well were what whatever when whenever where whereas whether which while white whitespace whole whose wide widely widget width
wiki wikipedia wildcard will window winter wish with within without word words work worker workflow working works world would wrap
wrapped wrapper wrapping wraps writable write writeable writer writing written wrong yaml yargs yarn year years yellow yield your
yourself zero
`;
