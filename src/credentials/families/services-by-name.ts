/**
 * Services whose keys have no mark and no length that is known for certain. Their name, a word such as `key`, and a value that looks random make a
 * find; the list only has to name them.
 */
import { type ContextRow, familyOf } from './family.js';

const names =
  `abuseipdb abstractapi accuweather adzuna aeroworkflow agora airbrake airship airvisual alchemy alconost alegra alienvault anypoint apideck
apifonica apiflash apilayer apimatic apimetrics apollo appcues appfollow appointedd appoptics appsynergy apptivo ariflow autodesk autoklose autopilot
avaza avalara axonaut aylien baremetrics baseten beebole besnappy besttime billomat bitbar bitcoinaverage bitfinex bitmex blazemeter blitapp blocknative
blogger bombbomb boostnote borgbase brandfetch browserstack browshot bscscan bubble buddyns budibase bugherd bugsnag bulksms buttercms caflou calendarific
calendly calorieninja campayn cannyio capsulecrm captaindata carboninterface cashboard caspio censys cexio chartmogul chatbot checkmarx checkvist cicero
clearbit clickhelp clicksend clientary clinchpad clockify clockwork closecrm cloudconvert cloudelements cloudimage cloudmersive cloudplan cloverly cloze
clustdoc coda codeclimate codemagic codequiry coinapi coinlayer coinlib collect2 commercejs commodities companyhub conversiontools convertkit convertapi
convier copper countrylayer courier craftmypdf cratesio currencycloud currencyfreaks currencylayer currencyscoop currentsapi customerguru customerio
d7network dailyco dandelion dareboost databox dbcaas debounce deepai deeplake delighted demio deputy detectify detectlanguage dfuse diffbot diggernaut
digitaloceanv ditto dnscheck docparser documo docusign dotmailer dovico drift drip dronahq dwolla dynalist dyspatch eagleeyenetworks easyinsight ecostruxure
edamam edenai eightxeight elasticemail enablex endorlabs enigma enormail eraser estuary ethplorer etherscan eventbrite everhour exchangerate
exchangeratesapi exchangerates exportsdk extractorapi facePlusPlus faceplusplus feedier fetchrss fibery filestack fileio financialmodelingprep findl
flatio fleetbase flexport flightapi flightlabs flightstats flowflu flowdock flutterwave fmfw formbucket formcraft formio formsite foursquare fixer
frameio freshdesk freshservice freshworks front fulcrum fullstory fusebill gemini gengo geoapify geocode geocodify geocodio geoipifi getemail getgeoapi
getgist getresponse getsandbox giphy glassnode gocanvas godaddy goodday graphcms graphhopper greenhouse groovehq gtmetrix guardianapi gyazo happyscribe
harvest hellosign helpcrunch helpscout hereapi hiveage holidayapi holistic html2pdf hunter hypertrack iconfinder iexapis iexcloud imagga impala
infobip insightly instabot instamojo integromat interseller intrinio invoiceocean ipapi ipgeolocation ipify ipifi ipinfo ipquality ipstack jdbc jira
jotform jupiterone juro kanban karmacrm keenio kickbox klipfolio knapsackpro kontent korbit kylas languagelayer lastfm leadfeeder lemlist lemonsqueezy
lendflow lessannoyingcrm lexigram lightspeed linenotify linkpreview linode liveagent livestorm locationiq loggly loginradius logzio lokalise loom loyverse luno
madkudu magicbell magnetic mailboxlayer mailerlite mailjet mailjetbasicauth mailjetsms mailmodo mailsac mapquest marketstack mavenlink maximiser mediastack
meistertask mesibo metaapi metabase metrilo mindmeister mite mixmax mixpanel mockaroo moderation monday monkeylearn moonclerk moosend moralis mrticktock
myfreshworks myintervals nasdaq nethunt netcore neutrinoapi newscatcher newsapi nexmo nicereply nimble nitro noticeable nozbe nozbeteams numverify
oanda omnisend onedesk onelogin onepagecrm onwaterio oopspam opencagedata opengraphr openuv optimizely owlbot paperform pagerduty pandadoc pandascore
paralleldots parsehub parsers parseur partnerstack pastebin paymoapp paymongo paypal pdflayer pdfshift pdftables peopledatalabs pepipost percy pipedream
pipedrive pivotaltracker pixabay planviewleankit planyo plaidkey polygon polymarket positionstack postageapp postbacks powrbot privacy proofhub prospectcrm
prospectio protocolsio proxycrawl pubnub pulse puppet purestake pushbullet pusher qase qualaroo qualtrics quickmetrics qubole raven rawg razorpay reachmail
readme reallysimple rebrandly recharge redash refiner rentman repairshopr restpack revampcrm ringcentral ritekit roaring rocketreach roninapp route4me rownd rudder
runscope salescookie salesflare salesloft salesmate sauce saucelabs scalr scrapeowl scraperapi scraperbox scraperstack scrapestack scrapfly scrapingant
scrapingbee scrapersite screenshotapi screenshotlayer scrutinizerci selectpdf semaphore sendinblue sentiment serpstack serpapi shadow sherpadesk shipday shortcut
shotstack shutterstock sigopt signable signalwire signaturit signupgenius simfin simplesat simplynoted simvoly sinch sirv siteleaf skrapp skybiometry
smartsheet smartsheets smartystreets smooch snipcart snowflake sonarcloud sparkpost speechtext splunkobservability spoonacular sportsmonk spotinst squareup sslmate
statuscake statuspage statuspal stitchdata stockdata storecove stormboard stormglass storyblok storychief strava streak stripo stytch sugester supernotes
surge surveyanyplace surveybot surveysparrow survicate swell swiftype tallyfy tatumio taxjar teamgate teamviewer teamworkcrm teamworkdesk teamworkspaces
technicalanalysis testingbot text2data textmagic theoddsapi thinkific thousandeyes ticketmaster tickettailor tiingo timecamp timezoneapi tineswebhook
tly tmetric todoist tomorrowio tomtom tradier transferwise travelpayouts triangulate twelvedata twist tyntec typetalk ubidots uclassify unifyid unplugg
unsplash upcdatabase uplead uploadcare uptimerobot upwave urlscan userflow userstack vagrant vatlayer veevavault vercara verifier verimail veriphone
versioneye viewneo virustotal visualcrossing voiceflow voicegain voodoosms vouchery vpnapi vultr vyte walkscore weatherbit weatherstack webex webflow webscraper
webscraping webhookrelay websitepulse whoxy wistia wiza wordsapi worksnaps workstack worldcoinindex worldweather wrike yandex youneedabudget ynab yousign zapier
zeplin zenrows zenscrape zenserp zeplin zerobounce zerotier zipapi zipbooks zipcodeapi zoho zonka zonkafeedback`
    .toLowerCase()
    .split(/\s+/);

/** Words of every language that are also names of services; only their exact families tell them. */
const ordinary = new Set(
  'agora apollo airship autopilot bubble blogger chatbot commodities copper courier currency dandelion ditto drift drip enigma eraser estuary fixer front fulcrum gemini gengo geocode harvest holistic hunter jdbc jira kanban lightspeed linode loom magnetic maximiser moderation monday moralis nimble nitro parsers polygon privacy pulse puppet pusher raven readme recharge refiner rentman roaring rudder sauce semaphore sentiment shadow shortcut streak surge swell todoist triangulate twist verifier impala invoiceocean moosend noticeable optimizely owlbot paypal percy postbacks strava'.split(
    ' ',
  ),
);

/** One row for each of the names; what is an ordinary word needs a word such as `key` beside it. */
export const namedServices: readonly ContextRow[] = [...new Set(names)].map((name) => ({
  ...familyOf(`${name}-by-name`, `credential of ${name}`, name, 'apiKey'),
  words: [name],
  shapes: ['uuid', 'u64{15,128}', "b62{6,40} '.' u64{16,100}"],
  unknownLength: true,
  ...(ordinary.has(name) && { ordinary: true }),
}));
