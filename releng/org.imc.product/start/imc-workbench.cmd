@echo off
rem Starts the IMC Workbench on Windows:
rem
rem   imc-workbench.cmd [-data FOLDER] [argument of Eclipse ...]
rem
rem Needs Java 21 or newer: that of JAVA_HOME, or else the one on the PATH. Without -data the workspace
rem is imc-workspace in the home folder. The minimised window waits to start the workbench again
rem when it asks for that, as after an update.
setlocal enabledelayedexpansion

if not defined IMC_WORKBENCH_WINDOW (
  set IMC_WORKBENCH_WINDOW=yes
  start "IMC Workbench" /min cmd /c ""%~f0" %*"
  exit /b 0
)

set "home=%~dp0"
set "java=java"
set "javaw=javaw"
if defined JAVA_HOME (
  set "java=%JAVA_HOME%\bin\java"
  set "javaw=%JAVA_HOME%\bin\javaw"
)
set version=0
for /f "tokens=3" %%v in ('""!java!" -version 2^>^&1 ^| findstr /c:" version ""') do (
  for /f "delims=.-+ tokens=1" %%m in ("%%~v") do set version=%%m
)
if !version! lss 21 (
  start "IMC Workbench" cmd /c "echo The IMC Workbench needs Java 21 or newer, and found !version!. Maybe set JAVA_HOME to one.& pause"
  exit /b 3
)

set "data=%USERPROFILE%\imc-workspace"
set arguments=
:argument
if "%~1"=="" goto run
if "%~1"=="-data" (
  set "data=%~2"
  shift
) else (
  set arguments=!arguments! "%~1"
)
shift
goto argument

:run
for %%f in ("%home%plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%f"
set "output=%TEMP%\imc-workbench-%RANDOM%.txt"
"!javaw!" -splash:"%home%splash.png" -Dimc.splash=true --enable-native-access=ALL-UNNAMED ^
  -Dguice_bytecode_gen_option=DISABLED -jar "!launcher!" -name "IMC Workbench" -data "!data!" !arguments! >"!output!"
set status=!errorlevel!
rem 23: start again; 24: start in another workspace, which the launcher prints behind -data
if !status!==24 (
  set next=
  for /f "usebackq delims=" %%l in ("!output!") do (
    if "!next!"=="-data" set "data=%%l"
    set "next=%%l"
  )
)
del "!output!"
if !status!==23 goto run
if !status!==24 goto run
exit /b !status!
