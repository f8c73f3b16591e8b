// prof.mjs SCENARIO: runs product with --cpu-prof, loads it, summarises
import { spawn } from 'node:child_process'
import fs from 'node:fs'
const scenario = process.argv[2]
const B = fs.readFileSync('/tmp/b.url','utf8').trim()
const main = process.argv[3] ?? '/work/main/apps/api/dist/main.js'
fs.rmSync('/tmp/prof',{recursive:true,force:true}); fs.mkdirSync('/tmp/prof')
const child = spawn('/work/main/node_modules/.bin/node', ['--cpu-prof','--cpu-prof-dir=/tmp/prof','--enable-source-maps',main], { cwd:'/work/main/apps/api', env:{...process.env, NODE_ENV:'production', DATABASE_URL:B, PORT:'4620', SILA_DEMO:'1', SILA_POOL:'8', SILA_CLIENTS:'/work/main/apps', SILA_LOG:'warn', SILA_JOBS:'0'}, stdio:['ignore','inherit','inherit','ipc'] })
const url='http://127.0.0.1:4620'
for(;;){ const r=await fetch(url+'/readyz').catch(()=>0); if(r?.ok)break; await new Promise(r=>setTimeout(r,100)) }
const { makeScenarios } = await import('/work/main/bench/src/scenarios.ts')
const { default: autocannon } = await import('autocannon')
const { signInForDrill } = await import('/work/main/scripts/drill/sign-in.ts')
const pg = (await import('pg')).default
const c = new pg.Client({connectionString:B}); await c.connect()
const threads=(await c.query(`select e.interaction_id as id from entry e join interaction i on i.id = e.interaction_id where i.open group by 1 having count(*) > 50 limit 100`)).rows.map(r=>r.id)
const names=(await c.query(`select name from beneficiary tablesample bernoulli (5) limit 300`)).rows.map(r=>{const [a='',b='']=r.name.split(' ');return `${a} ${b.slice(0,2)}`})
await c.end()
const cookie = await signInForDrill(url)
const s = makeScenarios({threads,searches:names,staffId:''},cookie).find(x=>x.name===scenario)
const shot=s.shots.product()
const t0=performance.now()
const first = await (await fetch(url+shot.path,{method:'POST',headers:{'content-type':'application/json',...shot.headers},body:shot.body})).text()
console.log(first.slice(0,300), first.length)
const r = await autocannon({url,connections:8,duration:6,requests:[{setupRequest(a){const x=s.shots.product();return {...a,method:'POST',path:x.path,headers:{'content-type':'application/json',...x.headers},body:x.body}}}]})
console.log('req/s', r.requests.total/r.duration, 'p50', r.latency.p50, 'non2xx', r.non2xx)
child.kill('SIGTERM'); await new Promise(r=>child.once('exit',r))
const f = fs.readdirSync('/tmp/prof').map(n=>'/tmp/prof/'+n).sort((a,b)=>fs.statSync(b).size-fs.statSync(a).size)[0]
const p = JSON.parse(fs.readFileSync(f)); const self=new Map(), byId=new Map(p.nodes.map(n=>[n.id,n]))
const dt=p.timeDeltas; let total=0
p.samples.forEach((id,i)=>{const n=byId.get(id);const cf=n.callFrame;const k=`${cf.functionName||'(anon)'} ${cf.url.split('/').slice(-3).join('/')}:${cf.lineNumber+1}`;self.set(k,(self.get(k)||0)+dt[i]);total+=dt[i]})
const idle=[...self].filter(([k])=>k.startsWith('(idle)')||k.startsWith('(program)')).reduce((s,[,v])=>s+v,0)
const busy=total-idle
console.log('busy ms per req', busy/1000/r.requests.total)
// by package
const pk=new Map(); p.samples.forEach((id,i)=>{const u=byId.get(id).callFrame.url; const m=u.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/); const k=m?m[1]:u.startsWith('node:')?u:u?'own/bundle':byId.get(id).callFrame.functionName; pk.set(k,(pk.get(k)||0)+dt[i])})
console.log([...pk].sort((a,b)=>b[1]-a[1]).filter(([k])=>k!=='(idle)').slice(0,22).map(([k,v])=>`${(v/busy*100).toFixed(1)}% ${k}`).join('\n'))
console.log('---'); console.log([...self].sort((a,b)=>b[1]-a[1]).filter(([k])=>!k.startsWith('(idle)')).slice(0,45).map(([k,v])=>`${(v/busy*100).toFixed(1)}% ${k}`).join('\n'))
process.exit(0)
