; SPDX-FileCopyrightText: 2026 The Shanzhi authors
; SPDX-License-Identifier: GPL-3.0-or-later
; The installer: per user, without administrator rights, silent with /S. Called by packaging/windows/build with
;   VERSION  1.2.3      STAGE  folder of files to install      OUTPUT  the installer      SIZE  in kB
; Programs lie in one folder that holds nothing else; data files lie where the clerk keeps them, and neither
; upgrade nor removal touches them.
Unicode true
!ifdef SIGN
    !uninstfinalize '"${SIGN}" --one "%1"'
!endif
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user

!include MUI2.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Shanzhi"
!define SETTINGS_KEY "Software\shanzhi"
!define FILE_CLASS "Shanzhi.County"

Name "善治"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Shanzhi"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "善治 ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "善治"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "善治 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "CompanyName" "善治项目 The Shanzhi authors"
VIAddVersionKey /LANG=2052 "LegalCopyright" "© 2026 The Shanzhi authors，GPL-3.0-or-later"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "安装善治 ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "善治用于县（市、区）民政部门和镇街管理社会组织台账、计算年度积分、打印报告。$\r$\n$\r$\n只为当前用户安装，不需要管理员权限，也不需要联网。如果已经装有旧版本，会在原处升级，数据文件和设置都保留。$\r$\n$\r$\n请先关闭正在运行的善治，再点“下一步”。"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\shanzhi.exe"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开善治"
!insertmacro MUI_PAGE_FINISH

!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; Sets an error level, tells the reason where somebody looks, and ends.
!macro Refuse LEVEL TEXT
    SetErrorLevel ${LEVEL}
    MessageBox MB_OK|MB_ICONEXCLAMATION "${TEXT}" /SD IDOK
    Quit
!macroend

; Ends with error level 3 while a program of ours runs: its file cannot be opened for writing then.
!macro RefuseWhileRunning PROGRAM
    ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
        ClearErrors
        FileOpen $0 "$INSTDIR\${PROGRAM}" a
        ${If} ${Errors}
            !insertmacro Refuse 3 "善治正在运行，或者安装文件夹不能写入。请先保存并关闭善治，再试一次。"
        ${EndIf}
        FileClose $0
    ${EndIf}
!macroend

; Removes the files of an installed version, as its own list names them; then the folders that are empty.
!macro RemoveProgramFiles UN
Function ${UN}RemoveProgramFiles
    ClearErrors
    FileOpen $0 "$INSTDIR\files.txt" r
    ${If} ${Errors}
        Return
    ${EndIf}
    ${Do}
        FileRead $0 $1
        ${If} ${Errors}
            ${ExitDo}
        ${EndIf}
        ${Do} ; the end of the line
            StrCpy $2 $1 1 -1
            ${If} $2 == "$\n"
            ${OrIf} $2 == "$\r"
                StrCpy $1 $1 -1
            ${Else}
                ${ExitDo}
            ${EndIf}
        ${Loop}
        StrCpy $2 $1 1 -1
        ${If} $1 == ""
        ${ElseIf} $2 == "\"
            RMDir "$INSTDIR\$1"
        ${Else}
            Delete "$INSTDIR\$1"
        ${EndIf}
    ${Loop}
    FileClose $0
    Delete "$INSTDIR\files.txt"
FunctionEnd
!macroend
!insertmacro RemoveProgramFiles ""
!insertmacro RemoveProgramFiles "un."

Function .onInit
    ${IfNot} ${AtLeastWin10}
        !insertmacro Refuse 2 "善治需要 Windows 10（1809）或更新的系统。"
    ${EndIf}
    ${IfNot} ${AtLeastBuild} 17763
        !insertmacro Refuse 2 "善治需要 Windows 10（1809）或更新的系统，请先更新 Windows。"
    ${EndIf}
FunctionEnd

Section
    !insertmacro RefuseWhileRunning shanzhi.exe
    !insertmacro RefuseWhileRunning shanzhi-cli.exe
    Call RemoveProgramFiles
    SetOutPath "$INSTDIR"
    ClearErrors
    File /r "${STAGE}/*"
    ${If} ${Errors}
        !insertmacro Refuse 4 "文件没有装全，请检查磁盘空间和文件夹权限，再装一次。数据文件不受影响。"
    ${EndIf}
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateShortcut "$SMPROGRAMS\善治.lnk" "$INSTDIR\shanzhi.exe" "" "$INSTDIR\shanzhi.exe" 0

    WriteRegStr HKCU "Software\Classes\.shanzhi" "" "${FILE_CLASS}"
    WriteRegStr HKCU "Software\Classes\.shanzhi\OpenWithProgids" "${FILE_CLASS}" ""
    WriteRegStr HKCU "Software\Classes\${FILE_CLASS}" "" "善治数据文件"
    WriteRegStr HKCU "Software\Classes\${FILE_CLASS}\DefaultIcon" "" '"$INSTDIR\shanzhi.exe",1'
    WriteRegStr HKCU "Software\Classes\${FILE_CLASS}\shell\open\command" "" '"$INSTDIR\shanzhi.exe" "%1"'

    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "善治"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "善治项目 The Shanzhi authors"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\shanzhi.exe"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE}
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
    ${RefreshShellIcons}
SectionEnd

Section Uninstall
    !insertmacro RefuseWhileRunning shanzhi.exe
    !insertmacro RefuseWhileRunning shanzhi-cli.exe
    Call un.RemoveProgramFiles
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\善治.lnk"

    ReadRegStr $0 HKCU "Software\Classes\.shanzhi" ""
    ${If} $0 == "${FILE_CLASS}"
        DeleteRegValue HKCU "Software\Classes\.shanzhi" ""
    ${EndIf}
    DeleteRegValue HKCU "Software\Classes\.shanzhi\OpenWithProgids" "${FILE_CLASS}"
    DeleteRegKey /ifempty HKCU "Software\Classes\.shanzhi\OpenWithProgids"
    DeleteRegKey /ifempty HKCU "Software\Classes\.shanzhi"
    DeleteRegKey HKCU "Software\Classes\${FILE_CLASS}"
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    ${RefreshShellIcons}

    ; Where the data is, is known from what the program remembers; after that, it remembers nothing.
    ReadRegStr $0 HKCU "${SETTINGS_KEY}\shanzhi" "last"
    DeleteRegKey HKCU "${SETTINGS_KEY}"
    ; The run log (core/base/runlog.h).
    Delete "$LOCALAPPDATA\shanzhi\shanzhi\shanzhi.log"
    Delete "$LOCALAPPDATA\shanzhi\shanzhi\shanzhi.1.log"
    RMDir "$LOCALAPPDATA\shanzhi\shanzhi"
    RMDir "$LOCALAPPDATA\shanzhi"
    ${If} $0 == ""
        StrCpy $1 "善治已卸载。您的数据文件（.shanzhi）和备份没有删除，仍在您保存它们的文件夹里。"
    ${Else}
        StrCpy $1 "善治已卸载。您的数据文件（.shanzhi）和备份没有删除，仍在您保存它们的文件夹里。$\r$\n$\r$\n最近用过的一个：$\r$\n$0"
    ${EndIf}
    DetailPrint "$1"
    MessageBox MB_OK|MB_ICONINFORMATION "$1" /SD IDOK
SectionEnd
